/** Minutes since local midnight; `from` may be later than `to`: the hours then span midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** What is proposed to somebody who has no hours of their own. */
export const PROPOSED_HOURS: QuietHours = { from: 20 * 60, to: 7 * 60 + 30 };

/** Among muted services: all of them, also those that Microsoft will invent. */
export const EVERY_SERVICE = '*';

/** How a person wants to be told of advisories. */
export interface AlertWishes {
  /** Services as Service Health calls them, such as `OneDrive for Business`, and ids of single advisories. */
  readonly follows: readonly string[];
  /** Services, or `EVERY_SERVICE`. */
  readonly mutedServices: readonly string[];
  /** Ids of advisories of which no more is to be told. */
  readonly mutedAdvisories: readonly string[];
  /** `null`: the organisation's; `none`: at any hour. */
  readonly quiet: QuietHours | 'none' | null;
  /** Whether an incident is told in quiet hours too. */
  readonly incidentsPass: boolean;
}
