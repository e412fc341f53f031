import { actionsIn } from '../../../src/local/teams/actions.ts';
import { type Company, inChannel, until } from './company.ts';

/** How long pages of a list take, in milliseconds, as the agent waits for them. */
export interface ListTimes {
  readonly what: string;
  readonly first: readonly number[];
  /** Of the page with this number, the 50th or the last. */
  readonly number: number;
  readonly far: readonly number[];
}

const LISTS = ['open', 'mine', 'overdue'] as const;
const FAR = 50;

/** Taps through each list, and asks for the first page and the 50th `rounds` times, in turn. The agent is the owner of the team. */
export async function measureLists(company: Company, rounds: number): Promise<readonly ListTimes[]> {
  const { teams, owner } = company;
  const before = inChannel(teams).length;
  await teams.acts.sayInChannel(owner, '@Kiku open cases');
  await until(() => inChannel(teams).length > before, 'the list is there');
  const id = inChannel(teams).at(-1)?.id ?? '';

  const page = async (what: string, after: string | null): Promise<string | null> => {
    const data = { do: 'cases', what, ...(after === null ? {} : { after }) };
    const action = { type: 'Action.Execute', title: '', id: null, verb: null, data };
    const result = await teams.acts.tap(owner, teams.places.channel.key, { id, action, inputs: {} });
    if (result?.kind !== 'card') throw new Error(`The list of ${what} did not come: ${JSON.stringify(result)}`);
    const next = actionsIn(result.card).find((one) => one.data.do === 'cases' && typeof one.data.after === 'string' && one.data.what === what);
    return typeof next?.data.after === 'string' ? next.data.after : null;
  };

  const all: ListTimes[] = [];
  for (const what of LISTS) {
    let [after, number]: [string | null, number] = [null, 1];
    for (let next = await page(what, null); next !== null && number < FAR; next = await page(what, next)) {
      [after, number] = [next, number + 1];
    }
    const [first, far]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      for (const [times, from] of [
        [first, null],
        [far, after],
      ] as const) {
        const begun = performance.now();
        await page(what, from);
        times.push(performance.now() - begun);
      }
    }
    all.push({ what, first, number, far });
  }
  return all;
}
