/** A Service Health issue or Message Center post, as Kiku keeps it. Times are milliseconds since 1970. */
export interface Advisory {
  /** Such as `OD255960` or `MC240160`. */
  readonly id: string;
  readonly kind: 'issue' | 'message';
  /** Display names; an issue has exactly one. */
  readonly services: readonly string[];
  readonly title: string;
  readonly impact: string;
  readonly feature: string | null;
  /** Lower-case `advisory` or `incident` for an issue; the category of a message. */
  readonly classification: string;
  /** As Graph says it, in camelCase; any string may arrive. */
  readonly status: string;
  readonly isResolved: boolean;
  readonly startAt: number;
  readonly endAt: number | null;
  readonly updatedAt: number;
  /** What Microsoft promises in the newest post, in its own words; `null` when it promises nothing. */
  readonly nextUpdate: string | null;
  /** The newest post (or the body), as plain paragraphs without HTML. Microsoft's own text, in English. */
  readonly text: string;
}

/** The advisories as last read. `readAt`: the last successful reading of issues, `null` before the first. */
export interface AdvisoryShelf {
  readonly advisories: readonly Advisory[];
  readonly readAt: number | null;
  /** Whether the latest attempt failed, so that what stands here is the last known state. */
  readonly isFailing: boolean;
}
