/** How long what people said is kept, in days. */
export interface Retention {
  /** A conversation, after it was last touched. */
  readonly intakeDays: number;
  /** A case, after it ended. */
  readonly caseDays: number;
}

/** Unless the organisation says otherwise. */
export const USUAL: Retention = { intakeDays: 30, caseDays: 180 };
