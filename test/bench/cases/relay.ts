import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '../../conversations/stage.ts';
import { type Company, cardComes, inChannel, sayUntilTaken, until } from './company.ts';

/** Milliseconds, one for each time that it was done. */
export interface RelayTimes {
  /** From the tap on *Send* to the case's card in the channel. */
  readonly card: readonly number[];
  /** From what the employee writes to its place in the thread. */
  readonly toThread: readonly number[];
  /** From what the agent writes in the thread to the employee's chat. */
  readonly toChat: readonly number[];
}

const SEEN_MS = 20_000;
/** New cards come to one channel at the pace that Teams allows, some two a second; faster, this would measure the wait for that. */
const BETWEEN_CARDS_MS = 600;

/** Measures `rounds` of people who come one after another, hand over, and talk to the owner of the team. `tag` keeps their names apart. */
export async function measureRelay(company: Company, rounds: number, tag: string): Promise<RelayTimes> {
  const times = { card: [] as number[], toThread: [] as number[], toChat: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const robin = company.hire(`Robin ${tag} ${round}`, false);
    await prepare(company, robin);
    await pause(BETWEEN_CARDS_MS);
    const thread = await timed(times.card, async () => {
      await robin.tap({ do: 'send' });
      return (await cardComes(company.teams, robin.person)).id;
    });
    await timed(times.toThread, async () => {
      await sayUntilTaken(company.teams, robin.person, `from me ${tag}q${round}`);
      await until(() => inChannel(company.teams).some(({ activity }) => activity.text?.includes(`from me ${tag}q${round}`)), 'it is in the thread');
    });
    await timed(times.toChat, async () => {
      await sayUntilTaken(company.teams, company.owner, `@Kiku to you ${tag}q${round}`, thread);
      await until(() => robin.entries().some(({ activity }) => activity.text?.includes(`to you ${tag}q${round}`)), 'it is in the chat');
    });
  }
  return times;
}

/** Up to the card that shows what goes along. */
async function prepare({ teams }: Company, robin: Actor): Promise<void> {
  await robin.say('OneDrive 0x8004de40, Windows 11');
  const question = await robin.client.waitFor(robin.person, () => robin.entries().find((entry) => robin.actions(entry).some(isAnswer)), SEEN_MS);
  const action = robin.actions(question).find(isAnswer);
  if (action === undefined) throw new Error('Nothing can be answered.');
  const { intake, revision, slot } = action.data;
  const data = { do: 'person', intake, revision, slot };
  await teams.acts.tap(robin.person, robin.person.key, { id: question.id, action: { ...action, data }, inputs: {} });
  await robin.client.waitFor(
    robin.person,
    () => robin.entries().some((entry) => robin.actions(entry).some((one) => one.data.do === 'send')),
    SEEN_MS,
  );
}

function isAnswer({ data }: { readonly data: Readonly<Record<string, unknown>> }): boolean {
  return data.do === 'answer';
}

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  times.push(performance.now() - begun);
  return result;
}
