import type { CaseMessage } from '../case-ports.ts';

type Side = 'helpdesk' | 'employee';

/** Who is told of what became of a case, in so many words. Of the rest the card says enough. */
const TOLD: Readonly<Record<string, readonly Side[]>> = {
  take: ['helpdesk', 'employee'],
  give: ['helpdesk', 'employee'],
  resolve: ['helpdesk', 'employee'],
  'hand-back': ['helpdesk', 'employee'],
  reopen: ['helpdesk', 'employee'],
  withdraw: ['helpdesk'],
  release: ['helpdesk', 'employee'],
  remind: ['helpdesk'],
  warn: ['helpdesk', 'employee'],
  close: ['helpdesk', 'employee'],
  share: ['helpdesk', 'employee'],
  ask: ['helpdesk', 'employee'],
  elsewhere: ['helpdesk'],
  history: ['helpdesk'],
  untold: ['helpdesk'],
  undelivered: ['helpdesk', 'employee'],
};

/** An event as it is kept: its name, and behind a blank what belongs to it. */
export function readEvent(text: string): { readonly name: string; readonly what: string } {
  const [name = '', ...rest] = text.split(' ');
  return { name, what: rest.join(' ') };
}

/** Where something said in a case is shown. Whoever said it sees it where they said it. */
export function shownTo(said: CaseMessage): readonly Side[] {
  switch (said.from) {
    case 'employee':
      return ['helpdesk'];
    case 'agent':
      return ['employee'];
    case 'event':
      return TOLD[readEvent(said.text).name] ?? [];
  }
}
