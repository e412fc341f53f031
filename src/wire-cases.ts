import type { HelpdeskStore, Jobs } from './alert-ports.ts';
import type { Renderer } from './cards/render.ts';
import type { Case, CaseStore } from './case-ports.ts';
import type { DeskNotesStore, Pictures, WithdrawnStore } from './desk-ports.ts';
import type { Finding } from './doctor/finding.ts';
import { every, type Recurring } from './every.ts';
import { asksFor } from './helpdesk/asks.ts';
import type { CaseSettings } from './helpdesk/case.ts';
import { type CaseDesk, createCaseDesk } from './helpdesk/case-desk.ts';
import { lookUp } from './helpdesk/look-up.ts';
import type { Members } from './helpdesk/members.ts';
import { obeyAgent } from './helpdesk/obey.ts';
import { createPassing } from './helpdesk/pass.ts';
import { tendCases } from './helpdesk/tend.ts';
import { tendPlaces } from './helpdesk/tend-places.ts';
import { releaseLeft } from './helpdesk/tend-team.ts';
import type { WithdrawnSteps } from './helpdesk/withdrawn-steps.ts';
import type { Knowledge } from './knowledge/content.ts';
import type { Language, Log, TurnStore } from './ports.ts';
import type { LookUpStore, Registry } from './registered.ts';
import type { StepId } from './triage/playbook.ts';
import type { View } from './views.ts';

/** How cases are tied to the rest of the program. */
export interface CaseWiring {
  readonly storage: {
    readonly cases: CaseStore;
    readonly lookUps: LookUpStore;
    readonly helpdesk: HelpdeskStore;
    readonly withdrawn: WithdrawnStore;
    readonly deskNotes: DeskNotesStore;
    readonly jobs: Jobs;
    readonly turns: Pick<TurnStore, 'load'>;
  };
  readonly withdrawn: WithdrawnSteps;
  readonly pictures: Pictures;
  /** Who employees are and what they work with. */
  readonly registry: Registry;
  readonly members: Members;
  readonly knowledge: () => Knowledge;
  readonly renderer: () => Renderer;
  readonly settings: CaseSettings;
  readonly defaultLanguage: Language;
  /** How Kiku is doing. */
  readonly examine: () => Promise<readonly Finding[]>;
  /** Something was laid out: it is to be sent now. */
  readonly onLaid: () => void;
  readonly now: () => number;
  readonly log: Log;
}

/** Cases of the helpdesk: shown, worked on, reminded of. */
export interface CasesAtWork {
  readonly desk: CaseDesk;
  /** Something of a case is to be shown soon. */
  passCases(): void;
  /** Begins to show what is behind, again and again. */
  start(): void;
  stop(): Promise<void>;
}

const TEND = 'tend-cases';
/** What another process has left behind is found within a second. */
const PASS_EVERY_MS = 1_000;
/** Whose card has come into the channel is looked up within a second. */
const LOOK_UP_EVERY_MS = 1_000;

/** Ties the parts together and lays their work on the jobs; these are started by whoever calls. */
export function wireCases(wiring: CaseWiring): CasesAtWork {
  const { storage, settings, defaultLanguage, now, log } = wiring;
  const render = (view: View, language: Language | null, timeZone: string | null = null) =>
    wiring.renderer().render(view, language ?? defaultLanguage, timeZone ?? undefined);
  const { members } = wiring;
  let running: Recurring | null = null;
  let looking: Recurring | null = null;
  const ending = new AbortController();
  let isAsked = false;
  const passCases = () => {
    isAsked = true;
    running?.hasten();
  };
  const passing = createPassing({
    cases: storage.cases,
    helpdesk: storage.helpdesk,
    render,
    pictures: wiring.pictures,
    stepsFor: (one) => stepsFor(one, wiring.knowledge()).filter((step) => !wiring.withdrawn.current(one.person.tenant).includes(step)),
    asksFor: (one) => asksFor(one, wiring.knowledge()),
    onCall: (tenant) => storage.deskNotes.onCall(tenant),
    async called({ assignee, person }) {
      const [who, channel] = [assignee ?? (await storage.deskNotes.onCall(person.tenant)), await storage.helpdesk.channel(person.tenant)];
      const member = who === null || channel === null ? null : await members.find(channel, who.id);
      return member === null ? null : { id: member.channelId, name: member.name };
    },
    now,
    log,
  });
  const acting = { cases: storage.cases, settings: () => settings, passCases, log };

  const lookingUp = { store: storage.lookUps, registry: wiring.registry, passCases, now, log };
  const obeying = {
    notes: storage.deskNotes,
    withdrawn: storage.withdrawn,
    knowledge: wiring.knowledge,
    onWithdrawn: () => wiring.withdrawn.look(),
    examine: wiring.examine,
    log,
  };

  async function pass(): Promise<void> {
    const hasNews = isAsked;
    isAsked = false;
    if (hasNews) wiring.onLaid();
    await passing.passAll(wiring.onLaid);
  }

  storage.jobs.handle(TEND, async (_, signal) => {
    await tendPlaces(now(), { ...acting, helpdesk: storage.helpdesk, render });
    await releaseLeft(now(), { ...acting, helpdesk: storage.helpdesk, members }, signal);
    await tendCases(now(), acting, signal);
  });
  storage.jobs.everyMinute(TEND);
  return {
    desk: createCaseDesk({
      ...acting,
      helpdesk: storage.helpdesk,
      members,
      knowledge: wiring.knowledge,
      withdrawn: wiring.withdrawn.current,
      obey: (command, agent, incoming, all) => obeyAgent(command, agent, incoming, all, obeying),
      card: passing.card,
      render,
      timeZoneOf: async (person) => (await storage.turns.load(person, '')).person?.timeZone ?? null,
    }),
    passCases,
    start() {
      running = every(PASS_EVERY_MS, 'show cases', pass, log);
      looking = every(LOOK_UP_EVERY_MS, 'look employees up', () => lookUp(lookingUp, ending.signal), log);
    },
    async stop() {
      ending.abort();
      await Promise.all([running?.stop(), looking?.stop()]);
      await passing.idle();
    },
  };
}

/** Every step of the case's playbook, what is ahead first. */
function stepsFor({ content }: Case, { problems }: Knowledge): readonly StepId[] {
  const problem = content.problem === null ? undefined : problems.get(content.problem);
  return [...new Set([...content.ahead, ...(problem?.branches.flatMap(({ steps }) => steps) ?? [])])];
}
