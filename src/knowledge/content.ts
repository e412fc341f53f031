import type { Text } from '../ports.ts';
import type { Condition } from '../triage/conditions.ts';
import type { FactDefinition, FactName, FactValue, Vocabulary } from '../triage/facts.ts';
import type { Audience, Playbooks, Problem, ProblemId, Risk, Step, StepId } from '../triage/playbook.ts';

export type SourceId = string;

/** A document that a step, stop or code stands on. */
export interface Source {
  /** `000` to `004` for the five documents, else `ms:` and the article's short name. */
  readonly id: SourceId;
  readonly title: Text;
  /** ISO date, or the year, of the copy that was read. */
  readonly date: string;
  readonly url: string | null;
}

/** One exact command. `text` is never translated and never a template. */
export interface Command {
  /** Where it is typed: the Run box, Command Prompt, PowerShell, the Terminal of a Mac. */
  readonly shell: 'run' | 'cmd' | 'powershell' | 'terminal';
  readonly text: string;
  /** When there are several ways, which one this is for (another place of the program, 64-bit). */
  readonly note: Text | null;
}

/** A step with its words. */
export interface StepContent extends Step {
  readonly title: Text;
  /** Half a sentence of why, before any effort is asked. */
  readonly why: Text;
  /** What to do, one line each; the card numbers them. */
  readonly actions: readonly Text[];
  readonly commands: readonly Command[];
  readonly needsAdmin: boolean;
  /** Things to be checked just before, confirmed with a tap ("a restore point exists"). */
  readonly checks: readonly Text[];
  /** What is seen when it worked. */
  readonly verify: Text;
  /** How to take it back; `null` when nothing was changed. `isUndoable` false: it cannot be. */
  readonly undo: Text | null;
  readonly isUndoable: boolean;
  /** Where it must not be used. */
  readonly notWhere: Text | null;
  /** Where Kiku departs from a document: what the document says and why not, naming both sources. */
  readonly departs: Text | null;
  /** Its own words for the good and the bad outcome, for a step that only looks ("It opens" / "It does not"). */
  readonly labels: { readonly worked: Text; readonly failing: Text } | null;
  readonly sources: readonly SourceId[];
}

/** How a stop is told. */
export interface StopContent {
  readonly id: string;
  readonly title: Text;
  readonly body: Text;
  readonly sources: readonly SourceId[];
}

/** A value in words: `label` on a button, `short` in the line that shows what was understood. */
export interface ValueContent {
  readonly value: FactValue;
  readonly label: Text;
  readonly short: Text;
  /** Whether it has a button of its own; the rest stand in a list. */
  readonly isMain: boolean;
  /** Whether it is offered at all (an imprecise value is understood, but not offered). */
  readonly isOffered: boolean;
}

/** How a fact is asked for; `again`: when the answer so far is not exact. */
export interface QuestionWords {
  readonly ask: Text;
  readonly why: Text;
  readonly again: Text | null;
}

/** A fact with its words. */
export interface FactContent extends FactDefinition {
  readonly title: Text;
  /** `null` when it is never asked. */
  readonly question: QuestionWords | null;
  readonly values: readonly ValueContent[];
  /** A regular expression that values outside the list must match (codes, hexadecimal values); `null` for a closed list. */
  readonly pattern: string | null;
}

/** An error code that exists. */
export interface CodeContent {
  readonly code: FactValue;
  /** A: a document of Microsoft's on it was read; B: one on something near it, or in part; C: only other people name it. */
  readonly grade: 'A' | 'B' | 'C';
  /** What is said of it; `null` for grade C, of which nothing is said. */
  readonly told: CodeWords | null;
  /** Codes that are easily taken for this one. */
  readonly alike: readonly FactValue[];
  readonly sources: readonly SourceId[];
}

/** A code in words: what it means, whose it is, and what an employee may safely do first (`null`: the way of its problem says so). */
export interface CodeWords {
  readonly meaning: Text;
  readonly owner: 'person' | 'device' | 'network' | 'tenant';
  readonly fix: Text | null;
}

/** A question that people ask in words, and its answer. It changes nothing and carries no command. */
export interface FaqContent {
  readonly id: string;
  readonly question: Text;
  readonly answer: Text;
  /** Values and places, one line each. */
  readonly facts: readonly { readonly label: Text; readonly value: Text }[];
  /** Where Kiku departs from a document, naming both sides. */
  readonly departs: Text | null;
  readonly sources: readonly SourceId[];
}

/** Commands that only look, pasted at once: their output answers several questions. `text` is never translated and never a template. */
export interface DiagnosticContent {
  readonly id: string;
  /** The exact systems it is right on; no other block is right on any of them. */
  readonly os: readonly FactValue[];
  readonly shell: 'powershell' | 'terminal';
  /** One command on each line. */
  readonly text: string;
  /** What the output states on a device where all is as usual. */
  readonly settles: readonly FactName[];
  readonly title: Text;
  readonly why: Text;
  /** How to run it and paste what it prints, one line each. */
  readonly actions: readonly Text[];
  /** What is in the output, and what becomes of names in it. */
  readonly holds: Text;
  readonly sources: readonly SourceId[];
}

/** What a kind of advisory is about, and whose move it is. Codes practically never occur in advisories. */
export interface Topic {
  readonly id: string;
  /** Service names as Graph shows them, compared without case. */
  readonly services: readonly string[];
  readonly products: readonly FactValue[];
  readonly problems: readonly ProblemId[];
  /** When not empty, the person must have one of these codes. */
  readonly codes: readonly FactValue[];
  /** What the advisory must say that people cannot do; its words then only count as a mention. */
  readonly deeds: readonly ('sign-in' | 'reach' | 'sync')[];
  /** Words one of which title, impact, feature or text must have, lower case. */
  readonly words: readonly string[];
  /** Advisory ids that are of this topic whatever their words. */
  readonly ids: readonly string[];
  /** When not empty, the person's OS must be among these. */
  readonly os: readonly FactValue[];
  readonly remedy: 'microsoft' | 'customer';
  /** The steps that answer it, for `customer`. */
  readonly steps: readonly StepId[];
}

/** A way that a person may go, and why it ends as it does: kept beside the playbook, run by the check. */
export interface WorkedPath {
  readonly title: string;
  readonly because: string;
  readonly audience: 'employee' | 'helpdesk';
  readonly facts: Readonly<Record<FactName, FactValue | readonly FactValue[]>>;
  readonly steps: readonly StepId[];
  readonly stop: string;
}

export interface ProblemContent extends Problem {
  readonly title: Text;
  /** Questions that this problem asks in words of its own. */
  readonly asks: ReadonlyMap<FactName, QuestionWords>;
  readonly paths: readonly WorkedPath[];
}

/** What one kind of command, or of thing done by hand, needs: stated from the command, apart from the steps. */
export interface SafetyRule {
  readonly id: string;
  readonly because: string;
  readonly sources: readonly SourceId[];
  /** Finds the commands it is about; `null` when it looks at actions only. */
  readonly command: RegExp | null;
  /** Finds the lines of `actions` it is about, in each language; `null` when it looks at commands only. */
  readonly action: { readonly en: RegExp; readonly ja: RegExp } | null;
  /** It is about commands that are typed there; empty: anywhere. */
  readonly shells: readonly string[];
  /** It must never appear at all, in no check, verification or undo either. */
  readonly isForbidden: boolean;
  /** It only adds to what finer rules say of a family of commands: a command that no other rule knows stays unknown. */
  readonly isNarrowing: boolean;
  /** While this is known to be true, the rule does not apply. */
  readonly unless: Condition | null;
  readonly leastRisk: Risk;
  /** `helpdesk`: never for the employee. */
  readonly audience: Audience;
  /** What must be known to be true. */
  readonly needs: Condition | null;
  /** Finds a command that must come before it, in the same step or an earlier one. */
  readonly after: RegExp | null;
  /** Each must be found in one of the step's `checks`, in English. */
  readonly confirms: readonly RegExp[];
  /** The step must not ask for an administrator (`asUser`), or must (`elevated`). */
  readonly asUser: boolean;
  readonly elevated: boolean;
}

/** Everything Kiku knows, checked and frozen. */
export interface Knowledge {
  readonly facts: ReadonlyMap<FactName, FactContent>;
  readonly codes: ReadonlyMap<FactValue, CodeContent>;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly problems: ReadonlyMap<ProblemId, ProblemContent>;
  readonly steps: ReadonlyMap<StepId, StepContent>;
  readonly stops: ReadonlyMap<string, StopContent>;
  readonly topics: readonly Topic[];
  /** Questions with an answer of their own, in the order in which they are listed. */
  readonly faq: ReadonlyMap<string, FaqContent>;
  /** One block of commands that only look for each family of systems. */
  readonly diagnostics: ReadonlyMap<string, DiagnosticContent>;
  /** What each kind of command needs; a command that no rule knows is a fault. */
  readonly safety: readonly SafetyRule[];
  /** Where each step and problem is written, by `step ID` and `problem ID`. */
  readonly places: ReadonlyMap<string, { readonly file: string; readonly line: number }>;
  /** Everything else Kiku says, by key; `{name}` stands for an argument. */
  readonly phrases: ReadonlyMap<string, Text>;
  /** The same facts, problems and steps as the core wants them. */
  readonly vocabulary: Vocabulary;
  readonly playbooks: Playbooks;
}
