import type { GraphBudget } from './advisory-ports.ts';
import type { HelpdeskStore, Jobs } from './alert-ports.ts';
import type { Cloud } from './config/clouds.ts';
import type { Credentials } from './config/credentials.ts';
import type { Roster } from './desk-ports.ts';
import { examine } from './doctor/examine.ts';
import type { Finding } from './doctor/finding.ts';
import { type Eyes, observe } from './doctor/observe.ts';
import { tellExpiry } from './doctor/tell-expiry.ts';
import type { DoctorStore, ExpirySeen, GraphProbe, KnowledgeSeen, VersionsSeen } from './doctor-ports.ts';
import { certificateEnd } from './graph/certificate-end.ts';
import type { createCredential } from './graph/credential.ts';
import { permissionsFor } from './graph/permissions.ts';
import { createGraphProbe } from './graph/probe.ts';
import type { Language, Log, Message } from './ports.ts';
import type { View } from './views.ts';

/** What tokens come from. */
type Credential = ReturnType<typeof createCredential>;

/** What the doctor looks at, however the program was started. */
export interface EyesWiring {
  readonly store: DoctorStore;
  readonly graphBudget: GraphBudget;
  readonly credentials: Credentials | null;
  readonly credential: Credential;
  readonly cloud: Cloud;
  /** Whose members may use Kiku; `null`: everybody. */
  readonly allowedGroup: string | null;
  /** Where Graph really is: that of the cloud, or the stand-in's. */
  readonly graphOrigin: string;
  readonly roster: Pick<Roster, 'memberOf'>;
  readonly versions: VersionsSeen;
  readonly knowledge: () => KnowledgeSeen;
  readonly now: () => number;
  /** For a token, and for each small reading of Graph. */
  readonly graphLimitMs?: number;
}

/** How the doctor is tied to the rest of the program. */
export interface DoctorWiring extends EyesWiring {
  readonly helpdesk: Pick<HelpdeskStore, 'show'>;
  readonly jobs: Pick<Jobs, 'handle' | 'everyMinute'>;
  /** `null`: in the usual language. */
  readonly render: (view: View, language: Language | null) => Message;
  readonly log: Log;
}

const JOB = 'tell-expiry';
/** Whoever asks again within this time is told the same: a look costs some of what Graph may be asked. */
const SAME_FOR_MS = 15_000;

/** The doctor of a running Kiku; warning of what ends is laid on the jobs, which are started by whoever calls. */
export function wireDoctor(wiring: DoctorWiring): { examine(): Promise<readonly Finding[]> } {
  const eyes = eyesOf(wiring);
  const { expiry } = eyes;
  wiring.jobs.handle(JOB, async (_, signal) => {
    if (expiry !== null) await tellExpiry({ ...wiring, expiry }, signal);
  });
  wiring.jobs.everyMinute(JOB);
  return { examine: sharing(async () => examine(await observe(eyes)), wiring.now) };
}

/** One look for everybody who asks at about the same time. */
function sharing<T>(look: () => Promise<T>, now: () => number): () => Promise<T> {
  let last: { readonly at: number; readonly seen: Promise<T> } | null = null;
  return () => {
    if (last === null || now() - last.at > SAME_FOR_MS) last = { at: now(), seen: look() };
    return last.seen;
  };
}

/** Without credentials there is no cloud to be looked at. */
export function eyesOf(wiring: EyesWiring): Eyes {
  const { store, credentials, credential, cloud, roster, versions, knowledge, now } = wiring;
  const limit = wiring.graphLimitMs === undefined ? {} : { timeoutMs: wiring.graphLimitMs };
  const probe = createGraphProbe({
    credential,
    graphOrigin: wiring.graphOrigin,
    budget: wiring.graphBudget,
    permissions: permissionsFor(wiring.allowedGroup),
    now,
    ...limit,
  });
  const isCloud = credentials !== null;
  return {
    versions,
    knowledge,
    store,
    graph: isCloud ? (signal) => probe.look(signal) : null,
    botToken: isCloud ? (signal) => isGranted(credential, cloud.botScope, signal) : null,
    expiry: isCloud ? (signal) => expiryOf(credentials, probe, now(), signal) : null,
    // Whether Kiku itself is a member is the smallest question to a conversation.
    reach: ({ address }) => roster.memberOf(address, address.conversation, address.bot.id),
    now,
  };
}

async function isGranted(credential: Credential, scope: string, signal: AbortSignal): Promise<boolean> {
  const token = await credential.getToken(scope, { abortSignal: signal }).catch(() => null);
  return token !== null;
}

async function expiryOf(credentials: Credentials, probe: GraphProbe, now: number, signal: AbortSignal): Promise<ExpirySeen> {
  switch (credentials.kind) {
    case 'managed-identity':
      return { kind: 'none' };
    case 'certificate':
      return certificateEnd(credentials.certificatePath);
    case 'secret':
      // Entra tells the first three letters of each secret as a hint.
      return probe.secretEnd(credentials.appId, credentials.secret.slice(0, 3), now, signal);
  }
}
