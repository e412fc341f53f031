import { createAdmission } from './access/admission.ts';
import { createGate, type Gate, OPEN } from './access/gate.ts';
import type { Admitted } from './access-ports.ts';
import type { HelpdeskStore } from './alert-ports.ts';
import type { Renderer } from './cards/render.ts';
import type { GraphClient } from './graph/client.ts';
import { isInGroup } from './graph/group-members.ts';
import type { Members } from './helpdesk/members.ts';
import { standingOf } from './helpdesk/team.ts';
import type { Language, Log } from './ports.ts';
import { languageFor } from './turn/language.ts';

/** How access is tied to the rest of the program. */
export interface AccessWiring {
  /** The Entra group of employees that may use Kiku; `null`: everybody of the allowed tenants may. */
  readonly group: string | null;
  readonly client: GraphClient;
  readonly storage: { readonly admitted: Admitted; readonly helpdesk: Pick<HelpdeskStore, 'channel'> };
  readonly members: Members;
  readonly renderer: Renderer;
  readonly defaultLanguage: Language;
  readonly now: () => number;
  readonly log: Log;
}

/** Who may use Kiku. */
export function wireAccess({ group, client, storage, members, renderer, defaultLanguage, now, log }: AccessWiring): Gate {
  if (group === null) return OPEN;
  return createGate({
    admission: createAdmission({ group: { has: ({ id }, signal) => isInGroup(client, group, id, signal) }, admitted: storage.admitted, now, log }),
    isAgent: async (incoming) => (await standingOf(incoming, { helpdesk: storage.helpdesk, members })).kind === 'agent',
    // The stored choice of language is not looked up: of most who are turned away nothing is kept.
    render: (phrase, { locales }) => renderer.render({ kind: 'note', phrase, with: {} }, languageFor(null, locales, defaultLanguage)),
    log,
  });
}
