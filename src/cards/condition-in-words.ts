import type { Condition } from '../triage/conditions.ts';
import { factTitle, valuesInWords } from './facts-in-words.ts';
import type { Words } from './words.ts';

/** A condition as plain text: "Operating system: Windows 10 or Windows 11; and Whose device: personal". */
export function conditionInWords(condition: Condition, words: Words): string {
  switch (condition.kind) {
    case 'is': {
      const values = condition.values.map((value) => valuesInWords(condition.fact, [value], words));
      return `${factTitle(condition.fact, words)}: ${values.join(words.label('label.shared-or'))}`;
    }
    case 'all':
      return condition.of.map((one) => conditionInWords(one, words)).join(words.label('label.shared-and'));
    case 'any':
      return condition.of.map((one) => conditionInWords(one, words)).join(words.label('label.shared-or'));
    case 'not':
      return words.label('label.shared-not', { condition: conditionInWords(condition.of, words) });
  }
}
