import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Shelf } from './advisories/shelf.ts';
import type { Sync } from './advisories/sync.ts';
import type { AlertStore, HelpdeskStore, Jobs, Opener } from './alert-ports.ts';
import { alertRenderer } from './alerts/render.ts';
import { runAlerts } from './alerts/run.ts';
import type { Renderer } from './cards/render.ts';
import type { AlertSettings } from './config.ts';
import { createDesk, type Desk } from './helpdesk/desk.ts';
import type { Members } from './helpdesk/members.ts';
import type { TeamDirectory } from './helpdesk/places.ts';
import { createReport } from './helpdesk/report.ts';
import type { Knowledge } from './knowledge/content.ts';
import type { Messenger } from './messenger-ports.ts';
import { TENANT_BURST } from './pace.ts';
import type { Language, Log } from './ports.ts';
import type { View } from './views.ts';

/** How alerts are tied to the rest of the program. */
export interface AlertWiring {
  readonly storage: { readonly alerts: AlertStore; readonly helpdesk: HelpdeskStore; readonly jobs: Jobs };
  readonly sync: Sync;
  readonly shelf: Shelf;
  readonly messenger: Messenger & Opener;
  readonly directory: TeamDirectory;
  readonly members: Members;
  /** Another channel is the helpdesk's now. */
  readonly helpdeskChanged: (tenant: string) => void;
  readonly knowledge: () => Knowledge;
  readonly renderer: () => Renderer;
  readonly settings: AlertSettings;
  readonly defaultLanguage: Language;
  readonly defaultTimeZone: string;
  readonly now: () => number;
  readonly log: Log;
}

/** Service Health read once a minute by one instance, people told, and the helpdesk asked. */
export interface AlertsAtWork {
  readonly desk: Desk;
  /** Reads Service Health now, and does what follows. */
  readNow(signal: AbortSignal): Promise<void>;
}

const READ = 'service-health';
/** A sending that takes 10 s is given up; its lease is over some time after that. */
const LEASE_MS = 20_000;
const MOST_IN_FLIGHT = 64;

/** Ties the parts together and lays their work on the jobs; these are started by whoever calls. */
export function wireAlerts(wiring: AlertWiring): AlertsAtWork {
  const { storage, sync, shelf, settings, defaultLanguage, defaultTimeZone, now, log } = wiring;
  const { quiet, perSecond } = settings;
  const render = (view: View, language: Language | null) => wiring.renderer().render(view, language ?? defaultLanguage);
  const report = createReport({ store: storage.helpdesk, alerts: storage.alerts, render, now, perSecond });
  const alerts = runAlerts({
    jobs: storage.jobs,
    store: storage.alerts,
    planner: { store: storage.alerts, ground: () => ({ knowledge: wiring.knowledge(), quiet, defaultTimeZone }), now, log },
    sender: {
      store: storage.alerts,
      messenger: wiring.messenger,
      opener: wiring.messenger,
      render: alertRenderer(wiring.renderer, defaultLanguage),
      quiet,
      defaultTimeZone,
      limits: { leaseMs: LEASE_MS, perSecond, burst: TENANT_BURST },
      mostInFlight: MOST_IN_FLIGHT,
      now,
      sleep,
      jitter: Math.random,
      log,
    },
    report: report.show,
    now,
    log,
  });

  async function read(signal: AbortSignal, isThorough: boolean): Promise<void> {
    const { fanOuts } = await sync.sync(signal, { isThorough });
    await shelf.look();
    if (fanOuts.length > 0) await alerts.hasten();
  }

  storage.jobs.handle(READ, (_, signal) => read(signal, false));
  storage.jobs.everyMinute(READ);
  return {
    desk: createDesk({
      store: storage.helpdesk,
      alerts: storage.alerts,
      directory: wiring.directory,
      members: wiring.members,
      changed: wiring.helpdeskChanged,
      showFanOut: report.put,
      render,
      hasten: alerts.hasten,
      log,
    }),
    readNow: (signal) => read(signal, true),
  };
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await sleepFor(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
