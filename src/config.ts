import { fileURLToPath } from 'node:url';
import type { QuietHours } from './alert-wishes.ts';
import { type Cloud, cloudOf } from './config/clouds.ts';
import { ConfigFault } from './config/config-fault.ts';
import { type Credentials, type Given, isAnyCredentialSet, readCredentials } from './config/credentials.ts';
import { type DatabaseAuth, readDatabaseAuth } from './config/database-auth.ts';
import { misspelt } from './config/misspelt.ts';
import { quietHours } from './config/quiet-hours.ts';
import { SETTINGS, type Values } from './config/settings.ts';
import { readTelemetry } from './config/telemetry.ts';
import { type HelpdeskHours, parseHours } from './helpdesk/hours.ts';
import type { KnowledgeFolders } from './knowledge/read-knowledge.ts';
import type { Language } from './ports.ts';
import type { TelemetrySettings } from './telemetry-ports.ts';

/** What Kiku knows, and how its cards look: part of the program, wherever it is started from. */
export const KNOWLEDGE_FOLDER = fileURLToPath(new URL('../knowledge', import.meta.url));
export const CARDS_FOLDER = fileURLToPath(new URL('../cards', import.meta.url));

/** Everything the environment says, parsed once. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** `null`: no cloud; everything is stood in for on this machine, on loopback only. */
  readonly credentials: Credentials | null;
  readonly cloud: Cloud;
  readonly allowedTenants: readonly string[];
  /** The Entra group of employees that may use Kiku; `null`: everybody of these tenants. */
  readonly allowedGroup: string | null;
  readonly allowedServiceHosts: readonly string[];
  readonly databaseUrl: string | null;
  readonly databaseAuth: DatabaseAuth;
  readonly dataFolder: string;
  readonly knowledge: KnowledgeFolders;
  /** Whether knowledge is read anew when a file of it is saved. */
  readonly isKnowledgeWatched: boolean;
  readonly defaultLanguage: Language;
  readonly defaultTimeZone: string;
  readonly helpdesk: string | null;
  readonly helpdeskHours: HelpdeskHours;
  readonly alerts: AlertSettings;
  /** How long what people said is kept, in days. */
  readonly keep: { readonly intakeDays: number; readonly caseDays: number };
  readonly logLevel: string;
  /** Where measures and traces go; `null`: nowhere. */
  readonly telemetry: TelemetrySettings | null;
  readonly stop: StopSettings;
}

/** How Kiku ends. */
export interface StopSettings {
  /** npm stands between: it does not pass SIGTERM on. */
  readonly isUnderNpm: boolean;
  /** How long messages are still taken after that. */
  readonly lingerMs: number;
}

/** How people are told of advisories. */
export interface AlertSettings {
  /** To one tenant. Teams allows 50. */
  readonly perSecond: number;
  /** How long the helpdesk sees what is about to go out before it does. */
  readonly headStartMs: number;
  /** Of people who have not chosen their own. */
  readonly quiet: QuietHours | 'none';
}

/** Parses the environment, or throws a `ConfigFault` that names every fault in a sentence. Values are never repeated. */
export function readConfig(env: Given): Config {
  const given = withoutEmpty(env);
  const { values, unusable, sentences } = readValues(given);
  const isProduction = values.NODE_ENV === 'production';
  const { credentials, faults: lacking } = readCredentials(values, given);
  const faults = [...misspelt(given, Object.keys(SETTINGS.shape)), ...lacking];
  if (isProduction && credentials === null && lacking.length === 0 && !unusable.some((name) => name.startsWith('MICROSOFT_'))) {
    faults.push('NODE_ENV is production, but there are no credentials: set MICROSOFT_APP_ID and MICROSOFT_APP_TENANT_ID (see docs/running.md).');
  }
  if (isProduction && given.DATABASE_URL === undefined) {
    faults.push('NODE_ENV is production, but DATABASE_URL is not set: the built-in database is for one laptop only.');
  }
  if (!isAnyCredentialSet(given) && values.HOST !== undefined && !isLoopback(values.HOST)) {
    faults.push('HOST is not a loopback address, but there are no credentials: without them anybody who can reach Kiku could speak to it.');
  }
  if (values.ALLOWED_GROUP !== undefined && !isAnyCredentialSet(given)) {
    faults.push('ALLOWED_GROUP is set, but there are no credentials: without them nobody can be asked who is in a group.');
  }
  const { databaseAuth, faults: unfit } = readDatabaseAuth(values, credentials, given);
  faults.push(...unfit);
  const { telemetry, faults: unsendable } = readTelemetry(values);
  faults.push(...unsendable);
  const cloud = cloudOf(values.CLOUD);
  if (sentences.length + faults.length > 0) throw new ConfigFault([...sentences, ...faults]);
  return {
    port: values.PORT,
    host: values.HOST ?? (credentials === null ? '127.0.0.1' : '0.0.0.0'),
    credentials,
    cloud,
    allowedTenants: values.ALLOWED_TENANTS.length > 0 ? values.ALLOWED_TENANTS : credentials === null ? [] : [credentials.tenantId],
    allowedGroup: values.ALLOWED_GROUP ?? null,
    allowedServiceHosts: values.ALLOWED_SERVICE_HOSTS ?? cloud.serviceHosts,
    databaseUrl: values.DATABASE_URL ?? null,
    databaseAuth,
    dataFolder: values.DATA_DIR,
    knowledge: knowledgeFolders(given),
    isKnowledgeWatched: credentials === null || !isProduction,
    defaultLanguage: values.DEFAULT_LANGUAGE,
    defaultTimeZone: values.DEFAULT_TIME_ZONE,
    helpdesk: values.HELPDESK_CONTACT ?? null,
    helpdeskHours: { timeZone: values.DEFAULT_TIME_ZONE, stretches: parseHours(values.HELPDESK_HOURS) ?? 'always' },
    alerts: {
      perSecond: values.ALERTS_PER_SECOND,
      headStartMs: values.ALERT_HEAD_START_SECONDS * 1000,
      quiet: quietHours(values.QUIET_HOURS) ?? 'none',
    },
    keep: { intakeDays: values.INTAKE_DAYS, caseDays: values.CASE_DAYS },
    logLevel: values.LOG_LEVEL,
    telemetry,
    stop: { isUnderNpm: env.npm_lifecycle_event !== undefined, lingerMs: values.LINGER_SECONDS * 1000 },
  };
}

/** Where knowledge lies; the organisation's own folder is not looked at here. */
export function knowledgeFolders(env: Given): KnowledgeFolders {
  return { ours: KNOWLEDGE_FOLDER, own: env.KNOWLEDGE_DIR?.trim() || null };
}

/** What can be used, with a sentence for each variable that cannot; those count as not set, so that the rest is looked at too. */
function readValues(given: Given): { readonly values: Values; readonly unusable: readonly string[]; readonly sentences: readonly string[] } {
  const parsed = SETTINGS.safeParse(given);
  if (parsed.success) return { values: parsed.data, unusable: [], sentences: [] };
  const sentences = new Map(parsed.error.issues.map((issue) => [String(issue.path[0]), sentence(String(issue.path[0]), issue.message)]));
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !sentences.has(name)));
  return { values: SETTINGS.parse(rest), unusable: [...sentences.keys()], sentences: [...sentences.values()] };
}

/** A variable that is set to nothing counts as not set, except the app id: empty, it would switch authentication off unseen. */
function withoutEmpty(env: Given): Given {
  return Object.fromEntries(Object.entries(env).filter(([name, value]) => value !== '' || name === 'MICROSOFT_APP_ID'));
}

function sentence(name: string, message: string): string {
  return message.includes(name) ? message : `${name} cannot be used: ${message}.`;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
