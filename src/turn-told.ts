/** What one message came to, for the log and for measures: ids, kinds and durations, never words. */
export interface TurnTold {
  /** `saved`: decided and kept; `seen`: it was taken in before; `forgotten`: everything of the person was deleted; `helpdesk`: it was for the helpdesk's desk; `turned-away`: they may not use Kiku. */
  readonly outcome: 'saved' | 'seen' | 'forgotten' | 'helpdesk' | 'turned-away';
  /** Kinds of what was said, in order, such as `question`. */
  readonly shown: readonly string[];
  readonly intake: string | null;
  /** The fact that was asked, the step that was shown. */
  readonly asked: string | null;
  readonly step: string | null;
  /** How the way ended: `solved`, `handed-over`, or the kind of its stop. */
  readonly ended: string | null;
  /** What became of cases, by kind. */
  readonly cases: readonly string[];
  /** How often it was decided: more than once when another message of the same person was quicker. */
  readonly tries: number;
  readonly ms: Durations;
}

/** How long the parts took, in milliseconds. */
export interface Durations {
  readonly load: number;
  readonly decide: number;
  readonly save: number;
  readonly send: number;
}

/** What did not take any time. */
export const NO_TIME: Durations = { load: 0, decide: 0, save: 0, send: 0 };

/** Nothing was decided. */
export const UNDECIDED = { shown: [], intake: null, asked: null, step: null, ended: null, cases: [], tries: 0, ms: NO_TIME } as const;

/** It was for the helpdesk's desk, which says in lines of its own what it did. */
export const FOR_THE_HELPDESK: TurnTold = { ...UNDECIDED, outcome: 'helpdesk' };

/** Whoever wrote may not use Kiku, or that cannot be found out now; nothing was kept. */
export const TURNED_AWAY: TurnTold = { ...UNDECIDED, outcome: 'turned-away' };
