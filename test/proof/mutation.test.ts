import { describe, expect, it } from '@jest/globals';
import { KNOWLEDGE_FOLDER } from '../../src/config.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { isSeenByPaths, isSeenByRules } from './caught.ts';
import { isDifferent } from './difference.ts';
import { mutantsOf } from './mutants.ts';
import { EXPLAINED } from './survivors.ts';

const knowledge = loadKnowledge(KNOWLEDGE_FOLDER);

describe('one slip in the steps', () => {
  it('is seen by the worked paths or the safety rules, makes no difference, or is explained', () => {
    const survivors = [...mutantsOf(knowledge)]
      .filter((mutant) => !isSeenByPaths(mutant) && !isSeenByRules(mutant) && isDifferent(mutant, knowledge))
      .map(({ name }) => name);

    expect(survivors.filter((name) => !EXPLAINED.has(name))).toEqual([]);
    expect([...EXPLAINED.keys()].filter((name) => !survivors.includes(name))).toEqual([]);
  }, 300_000);
});
