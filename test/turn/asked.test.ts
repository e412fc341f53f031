import { describe, expect, it } from '@jest/globals';
import { Player } from './play.ts';

/** Somebody whose case the helpdesk has; an agent has asked for `fact`. */
function asked(fact: string | null, trouble = 'OneDrive 0x8004de40 Windows'): Player {
  const player = new Player();
  player.hasHelpdesk = true;
  player.say(trouble);
  player.say('talk to a person');
  if (player.case === null) throw new Error('There is no case.');
  player.case = { ...player.case, state: 'waiting-employee', asked: fact, revision: 1, touchedAt: player.at + 1 };
  return player;
}

const answer = (player: Player, data: object, id = player.case?.id) => player.tap({ do: 'case-answer', case: id, ...data });
const known = (player: Player, fact: string) => player.case?.content.facts[fact];
const texts = (player: Player) => player.said.map(({ text }) => text);

describe('the answer to a question of the helpdesk’s', () => {
  it('is a fact of the case with where it is from, said in the thread, and known to the trip when that is handed back', () => {
    const player = asked('web');

    answer(player, { fact: 'web', value: 'works' });

    expect(known(player, 'web')).toEqual({ values: ['works'], source: { kind: 'tapped' } });
    expect([player.case?.asked, player.case?.state]).toEqual([null, 'waiting-helpdesk']);
    expect(texts(player)).toEqual([expect.stringContaining(':')]);
    expect([player.values('web'), player.intake?.state]).toEqual([['works'], 'handed-over']);
    expect(player.last?.tapped).toMatchObject({ kind: 'settled-alert' });
    expect(player.answer).toEqual([]);
  });

  it('makes an answer exact, and what is left to check follows from it', () => {
    const player = asked('os', 'OneDrive 0x8004de40, my Windows 7 PC, at home, only me');
    const before = player.case?.content.ahead;

    answer(player, { fact: 'os', value: 'windows-11' });

    expect(known(player, 'os')?.values[0]).toBe('windows-11');
    expect(player.case?.content.ahead).not.toEqual(before);
  });

  it.each([
    ['web', 'it works there', 'works'],
    ['web', 'I don’t know', 'unknown'],
    ['os', 'it is Windows 11', 'windows-11'],
  ])('may be written: %s, "%s"', (fact, text, value) => {
    const player = asked(fact);

    player.say(text);

    expect(known(player, fact)?.values).toEqual([value]);
    expect(known(player, fact)?.source.kind).toBe('written');
    expect(texts(player)).toEqual([text]);
    expect(player.case?.asked).toBeNull();
  });

  it('is only what answers it: everything else is passed on, and the question stands', () => {
    const player = asked('web');

    player.say('my colleague will call at three');

    expect([known(player, 'web'), player.case?.asked, texts(player)]).toEqual([undefined, 'web', ['my colleague will call at three']]);
  });

  it('takes nothing for an answer that was not asked for', () => {
    const player = asked(null);

    player.say('it works there');

    expect(known(player, 'web')).toBeUndefined();
    expect(texts(player)).toEqual(['it works there']);
  });

  it('that no fact holds is passed on as it was typed', () => {
    const player = asked('code');

    answer(player, { fact: 'code', choice: 'the dialog is gone' });

    expect([player.toast, texts(player), player.case?.asked]).toEqual(['own-case.passed-on', ['the dialog is gone'], 'code']);
  });

  it('given twice is said once', () => {
    const player = asked('web');
    answer(player, { fact: 'web', value: 'works' });

    answer(player, { fact: 'web', value: 'works' });

    expect(texts(player)).toHaveLength(1);
    expect(player.last?.tapped).toMatchObject({ kind: 'settled-alert' });
  });

  it('counts in no other case and in none that is over, and says so', () => {
    const player = asked('web');

    answer(player, { fact: 'web', value: 'works' }, 'OTHER');
    const other = player.toast;
    if (player.case !== null) player.case = { ...player.case, state: 'closed' };
    answer(player, { fact: 'web', value: 'works' });

    expect([other, player.toast, known(player, 'web')]).toEqual(['own-case.earlier', 'own-case.moved-on', undefined]);
  });

  it.each([{ fact: 'web' }, { fact: 'web', choice: '  ' }])('asks to pick something where nothing was picked', (data) => {
    const player = asked('web');

    answer(player, data);

    expect([player.toast, texts(player)]).toEqual(['note.no-choice', []]);
  });

  it('is told of what was left out before', () => {
    const player = new Player();
    player.hasHelpdesk = true;
    player.say('OneDrive 0x8004de40 Windows 11');
    player.tap({ do: 'person' });
    player.tap({ do: 'send', along: 'code,product' });
    expect(player.case?.content.leftOut).toContain('os');

    answer(player, { fact: 'os', value: 'windows-11' });

    expect(known(player, 'os')?.values).toEqual(['windows-11']);
  });
});
