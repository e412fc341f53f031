import type { Log } from '../../ports.ts';
import type { Acts } from './acts.ts';
import type { Conversations } from './conversations.ts';
import type { Saved } from './event-streams.ts';
import type { Faults } from './faults.ts';
import type { Files } from './files.ts';
import type { Places } from './places.ts';

/** What the page shows and changes. */
export interface PageWorld {
  readonly acts: Acts;
  readonly conversations: Conversations;
  readonly places: Places;
  readonly faults: Faults;
  readonly files: Files;
  readonly graphOrigin: string | null;
  /** Called after the panel changed an advisory; resolves when Kiku has read the change. */
  readonly advisoriesChanged: () => Promise<unknown>;
  /** What an author saves while Kiku runs; `null` when nobody looks at it. */
  readonly knowledge: Saved | null;
  readonly log: Log;
}
