import { accessSync, constants, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { QuietHours } from './alert-wishes.ts';
import { type HelpdeskHours, parseHours } from './helpdesk/hours.ts';
import type { KnowledgeFolders } from './knowledge/read-knowledge.ts';
import type { Language } from './ports.ts';

/** What Kiku knows, and how its cards look: part of the program, wherever it is started from. */
export const KNOWLEDGE_FOLDER = fileURLToPath(new URL('../knowledge', import.meta.url));
export const CARDS_FOLDER = fileURLToPath(new URL('../cards', import.meta.url));

/** How the bot proves who it is. */
export type Credentials =
  | { readonly kind: 'secret'; readonly appId: string; readonly tenantId: string; readonly secret: string }
  | { readonly kind: 'certificate'; readonly appId: string; readonly tenantId: string; readonly certificatePath: string }
  | { readonly kind: 'managed-identity'; readonly appId: string; readonly tenantId: string };

/** Everything the environment says, parsed once. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** `null`: no cloud; everything is stood in for on this machine, on loopback only. */
  readonly credentials: Credentials | null;
  readonly allowedTenants: readonly string[];
  readonly allowedServiceHosts: readonly string[];
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly knowledge: KnowledgeFolders;
  /** Whether knowledge is read anew when a file of it is saved. */
  readonly isKnowledgeWatched: boolean;
  readonly defaultLanguage: Language;
  readonly defaultTimeZone: string;
  readonly helpdesk: string | null;
  readonly helpdeskHours: HelpdeskHours;
  readonly alerts: AlertSettings;
  readonly logLevel: string;
  /** npm stands between: it does not pass SIGTERM on. */
  readonly isUnderNpm: boolean;
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

/** The environment cannot be used; `faults` says why, all at once, without the values. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

const text = z.string().trim().min(1);
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

const environment = z.object({
  PORT: z.coerce.number('PORT must be a number from 0 to 65535.').int().min(0).max(65_535).default(3978),
  HOST: text.optional(),
  NODE_ENV: z.string().optional(),
  MICROSOFT_APP_ID: text
    .min(1, 'MICROSOFT_APP_ID is set to nothing: set it to the id of the bot, or take it away to run without the cloud.')
    .optional(),
  MICROSOFT_APP_TENANT_ID: text.optional(),
  MICROSOFT_APP_TYPE: z
    .enum(['SingleTenant', 'UserAssignedMSI'], 'MICROSOFT_APP_TYPE must be SingleTenant or UserAssignedMSI.')
    .default('SingleTenant'),
  MICROSOFT_APP_PASSWORD: text.optional(),
  MICROSOFT_APP_CERTIFICATE: text.refine(isReadable, 'MICROSOFT_APP_CERTIFICATE must be the path of a PEM file that can be read.').optional(),
  ALLOWED_TENANTS: list.default([]),
  ALLOWED_SERVICE_HOSTS: list
    .refine((hosts) => hosts.every((host) => /^[\w.-]+$/.test(host)), 'ALLOWED_SERVICE_HOSTS must be host names such as smba.trafficmanager.net.')
    .default(['smba.trafficmanager.net']),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'DATABASE_URL must start with postgres:// or postgresql://.' }).optional(),
  DATA_DIR: text.default('.kiku'),
  KNOWLEDGE_DIR: text.refine(isFolder, 'KNOWLEDGE_DIR must be the path of a folder that is there and can be read.').optional(),
  DEFAULT_LANGUAGE: z.enum(['en', 'ja'], 'DEFAULT_LANGUAGE must be en or ja.').default('en'),
  DEFAULT_TIME_ZONE: text.refine(isTimeZone, 'DEFAULT_TIME_ZONE must be an IANA name such as Asia/Tokyo.').default('UTC'),
  HELPDESK_HOURS: text
    .refine((value) => parseHours(value) !== null, 'HELPDESK_HOURS must be stretches such as Mon-Fri 09:00-17:30, Sat 10:00-12:00, or always.')
    .default('Mon-Fri 09:00-17:30'),
  HELPDESK_CONTACT: text.max(300, 'HELPDESK_CONTACT may have at most 300 characters.').optional(),
  ALERTS_PER_SECOND: z.coerce.number('ALERTS_PER_SECOND must be a number from 1 to 45.').min(1).max(45).default(45),
  ALERT_HEAD_START_SECONDS: z.coerce.number('ALERT_HEAD_START_SECONDS must be a number from 0 to 3600.').min(0).max(3600).default(60),
  QUIET_HOURS: z
    .string()
    .refine((value) => quietHours(value) !== null, 'QUIET_HOURS must be two times such as 20:00-07:30, or none.')
    .default('20:00-07:30'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'LOG_LEVEL must be debug, info, warn, error or silent.').default('info'),
});

type Values = z.infer<typeof environment>;
type Given = Readonly<Record<string, string | undefined>>;

const CREDENTIALS = ['MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_CERTIFICATE'];

/** Parses the environment, or throws a `ConfigFault` that names every fault in a sentence. Values are never repeated. */
export function readConfig(env: Given): Config {
  const given = withoutEmpty(env);
  const { values, unusable, sentences } = readValues(given);
  const isProduction = values.NODE_ENV === 'production';
  const { credentials, faults } = readCredentials(values, given);
  if (isProduction && credentials === null && faults.length === 0 && !unusable.some((name) => name.startsWith('MICROSOFT_'))) {
    faults.push('NODE_ENV is production, but there are no credentials: set MICROSOFT_APP_ID and MICROSOFT_APP_TENANT_ID (see docs/running.md).');
  }
  if (isProduction && given.DATABASE_URL === undefined) {
    faults.push('NODE_ENV is production, but DATABASE_URL is not set: the built-in database is for one laptop only.');
  }
  if (!isAnyCredentialSet(given) && values.HOST !== undefined && !isLoopback(values.HOST)) {
    faults.push('HOST is not a loopback address, but there are no credentials: without them anybody who can reach Kiku could speak to it.');
  }
  if (sentences.length + faults.length > 0) throw new ConfigFault([...sentences, ...faults]);
  return {
    port: values.PORT,
    host: values.HOST ?? (credentials === null ? '127.0.0.1' : '0.0.0.0'),
    credentials,
    allowedTenants: values.ALLOWED_TENANTS.length > 0 ? values.ALLOWED_TENANTS : credentials === null ? [] : [credentials.tenantId],
    allowedServiceHosts: values.ALLOWED_SERVICE_HOSTS,
    databaseUrl: values.DATABASE_URL ?? null,
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
    logLevel: values.LOG_LEVEL,
    isUnderNpm: env.npm_lifecycle_event !== undefined,
  };
}

/** Where knowledge lies; the organisation's own folder is not looked at here. */
export function knowledgeFolders(env: Given): KnowledgeFolders {
  return { ours: KNOWLEDGE_FOLDER, own: env.KNOWLEDGE_DIR?.trim() || null };
}

/** What can be used, with a sentence for each variable that cannot; those count as not set, so that the rest is looked at too. */
function readValues(given: Given): { readonly values: Values; readonly unusable: readonly string[]; readonly sentences: readonly string[] } {
  const parsed = environment.safeParse(given);
  if (parsed.success) return { values: parsed.data, unusable: [], sentences: [] };
  const sentences = new Map(parsed.error.issues.map((issue) => [String(issue.path[0]), sentence(String(issue.path[0]), issue.message)]));
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !sentences.has(name)));
  return { values: environment.parse(rest), unusable: [...sentences.keys()], sentences: [...sentences.values()] };
}

function isAnyCredentialSet(given: Given): boolean {
  return CREDENTIALS.some((name) => given[name] !== undefined);
}

function readCredentials(values: Values, given: Given): { credentials: Credentials | null; faults: string[] } {
  if (!isAnyCredentialSet(given)) return { credentials: null, faults: [] };
  const appId = values.MICROSOFT_APP_ID;
  const tenantId = values.MICROSOFT_APP_TENANT_ID;
  const faults: string[] = [];
  if (given.MICROSOFT_APP_ID === undefined) faults.push('Some Microsoft credentials are set, but MICROSOFT_APP_ID is not.');
  if (given.MICROSOFT_APP_TENANT_ID === undefined) faults.push('Some Microsoft credentials are set, but MICROSOFT_APP_TENANT_ID is not.');
  if (appId === undefined || tenantId === undefined) return { credentials: null, faults };
  if (values.MICROSOFT_APP_TYPE === 'UserAssignedMSI') return { credentials: { kind: 'managed-identity', appId, tenantId }, faults };
  if (values.MICROSOFT_APP_CERTIFICATE !== undefined) {
    return { credentials: { kind: 'certificate', appId, tenantId, certificatePath: values.MICROSOFT_APP_CERTIFICATE }, faults };
  }
  if (values.MICROSOFT_APP_PASSWORD !== undefined) {
    return { credentials: { kind: 'secret', appId, tenantId, secret: values.MICROSOFT_APP_PASSWORD }, faults };
  }
  if (given.MICROSOFT_APP_CERTIFICATE !== undefined) return { credentials: null, faults };
  faults.push('MICROSOFT_APP_TYPE is SingleTenant, so MICROSOFT_APP_PASSWORD or MICROSOFT_APP_CERTIFICATE (the path of a PEM file) must be set.');
  return { credentials: null, faults };
}

/** A variable that is set to nothing counts as not set, except the app id: empty, it would switch authentication off unseen. */
function withoutEmpty(env: Given): Given {
  return Object.fromEntries(Object.entries(env).filter(([name, value]) => value !== '' || name === 'MICROSOFT_APP_ID'));
}

function sentence(name: string, message: string): string {
  return message.includes(name) ? message : `${name} cannot be used: ${message}.`;
}

/** `null`: none that can be read. */
function quietHours(value: string): QuietHours | 'none' | null {
  if (value.trim() === 'none') return 'none';
  const [, from, to] = /^\s*((?:[01]\d|2[0-3]):[0-5]\d)\s*-\s*((?:[01]\d|2[0-3]):[0-5]\d)\s*$/.exec(value) ?? [];
  return from === undefined || to === undefined ? null : { from: minutesOf(from), to: minutesOf(to) };
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC';
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    // Not there, or not ours to read.
    return false;
  }
}

function isFolder(path: string): boolean {
  return isReadable(path) && statSync(path).isDirectory();
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
