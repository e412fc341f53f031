import type { HelpdeskStore } from '../alert-ports.ts';
import type { CaseStore } from '../case-ports.ts';
import type { Language, Log, Message } from '../ports.ts';
import type { View } from '../views.ts';
import { called } from './places.ts';

/** What looking after the helpdesk's channels is made of. */
export interface TendPlacesParts {
  readonly cases: Pick<CaseStore, 'lost'>;
  readonly helpdesk: HelpdeskStore;
  /** `null`: in the usual language. */
  readonly render: (view: View, language: Language | null) => Message;
  readonly log: Log;
}

/** So long a card may wait to be posted while the channel refuses: then its case goes to the backup. */
const PATIENCE_MS = 5 * 60_000;

/**
 * Cases go to the backup when the helpdesk's channel takes none, and it is said there why. When they can be shown nowhere, whoever named the
 * channel is told in private, once a day. To be called about once a minute, before lost cases are shown again.
 */
export async function tendPlaces(now: number, parts: TendPlacesParts): Promise<void> {
  const { helpdesk, render, log } = parts;
  const note = (language: Language | null, phrase: string, args: Readonly<Record<string, string>> = {}) =>
    render({ kind: 'note', phrase, with: args }, language);
  await helpdesk.moveStuck(now - PATIENCE_MS, (language) => note(language, 'case.moved'), now);
  for (const { tenant, places } of await helpdesk.moves()) {
    const { first, backup, movedAt } = places;
    if (movedAt === null || backup === null) continue;
    log.warn({ tenant, movedAt }, 'the helpdesk’s channel takes no cases; its backup does');
    const { address, language } = first;
    const message = note(language, 'helpdesk.moved-here', { backup: called(backup, null, language, parts) });
    await helpdesk.show(address, `moved ${movedAt}`, message, now);
    await helpdesk.moveTold(tenant, movedAt);
  }
  for (const { tenant, cases } of await parts.cases.lost()) {
    // Whoever named the channel reads what they named it in.
    const spoken = (await helpdesk.places(tenant))?.first.language ?? null;
    await helpdesk.warn(tenant, note(spoken, 'helpdesk.lost', { count: String(cases) }), now);
  }
}
