/** What Microsoft may publish, as the local Graph server lists it. `isOn: false`: kept there, and not shown to Kiku. */
export interface Advisory {
  readonly kind: 'issue' | 'message';
  readonly isOn: boolean;
  readonly value: {
    readonly id: string;
    readonly title: string;
    readonly lastModifiedDateTime: string;
    /** Of an issue. */
    readonly service?: string;
    readonly status?: string;
    readonly isResolved?: boolean;
    /** Of a message. */
    readonly services?: readonly string[];
    readonly category?: string;
  };
}

/** A change to one advisory; each part stands alone. */
export type Change = { readonly isOn: boolean } | { readonly resolve: true } | { readonly reopen: true } | { readonly post: string };

/** Where an advisory is changed. */
export function pathOf({ value }: Advisory): string {
  return `/local/advisories/${encodeURIComponent(value.id)}`;
}

/** Whether it is an issue that Kiku is shown and that is not over. */
export function isOpen({ kind, isOn, value }: Advisory): boolean {
  return kind === 'issue' && isOn && value.isResolved !== true;
}

/** What is open (switched on or off: nothing jumps away under the pointer), then messages, then what is over; OneDrive first in each. */
export function inReadingOrder(advisories: readonly Advisory[]): readonly Advisory[] {
  return [...advisories].sort((one, other) => rank(one) - rank(other));
}

function rank(advisory: Advisory): number {
  const group = advisory.kind === 'message' ? 1 : advisory.value.isResolved === true ? 2 : 0;
  const services = advisory.value.services ?? [advisory.value.service];
  return group * 2 + (services.includes('OneDrive for Business') ? 0 : 1);
}

/** `serviceDegradation` as `service degradation`. */
export function spaced(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
