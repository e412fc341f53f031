/** Slips that neither the safety rules nor a worked path sees, and why that is no fault: either is right there. */
export const EXPLAINED: ReadonlyMap<string, string> = new Map([]);
