import type { CaseStore } from '../case-ports.ts';
import { filesIn } from './files-in-words.ts';

/** The event that stands for "a picture in a channel does not go along". */
export const UNTOLD = 'untold';

/** Of one case, to find out what was told in it. */
const MOST_READ = 500;

/** Whether `text` has a picture or a file that Teams hands to no bot, and the agents of this case were not told so yet. */
export async function isFirstUntold(tenant: string, id: string, text: string, cases: Pick<CaseStore, 'messages'>): Promise<boolean> {
  if (filesIn(text).files.every(({ url }) => url !== '')) return false;
  const before = await cases.messages(tenant, id, 0, MOST_READ);
  return before.every((one) => one.from !== 'event' || one.text !== UNTOLD);
}
