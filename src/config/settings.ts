import { z } from 'zod';
import { parseHours } from '../helpdesk/hours.ts';
import { CLOUD_NAMES } from './clouds.ts';
import { isFolder, isReadable } from './on-disk.ts';
import { quietHours } from './quiet-hours.ts';

/** What is told of a setting to people who run Kiku. */
export interface Told {
  readonly meaning: string;
  /** What holds when it is not set, as Markdown; left out where the schema's own default says it. */
  readonly unset?: string;
  /** Its value must never be shown: it is, or may hold, a secret. */
  readonly isSecret?: true;
}

const registry = z.registry<Told>();

const text = z.string().trim().min(1);
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/**
 * Every setting, in the order of the table in docs/running.md, which is generated from here: how it is read, what it means, and what holds without
 * it. A mistake is told in one sentence that names the variable and never the value.
 */
export const SETTINGS = z.object({
  PORT: told(z.coerce.number('PORT must be a number from 0 to 65535.').int().min(0).max(65_535).default(3978), { meaning: '`0` takes a free one' }),
  HOST: told(text.optional(), {
    unset: '`127.0.0.1`, with credentials `0.0.0.0`',
    meaning: 'the address to listen on; without credentials only loopback is allowed',
  }),
  NODE_ENV: told(z.string().optional(), { meaning: '`production` refuses to start without credentials or without `DATABASE_URL`' }),
  MICROSOFT_APP_ID: told(
    text.min(1, 'MICROSOFT_APP_ID is set to nothing: set it to the id of the bot, or take it away to run without the cloud.').optional(),
    { meaning: "the bot's app registration" },
  ),
  MICROSOFT_APP_TENANT_ID: told(text.optional(), { meaning: 'the tenant of the app registration' }),
  MICROSOFT_APP_TYPE: told(
    z.enum(['SingleTenant', 'UserAssignedMSI'], 'MICROSOFT_APP_TYPE must be SingleTenant or UserAssignedMSI.').default('SingleTenant'),
    { meaning: 'or `UserAssignedMSI`' },
  ),
  MICROSOFT_APP_PASSWORD: told(text.optional(), { meaning: 'SingleTenant: the secret', isSecret: true }),
  MICROSOFT_APP_CERTIFICATE: told(text.refine(isReadable, 'MICROSOFT_APP_CERTIFICATE must be the path of a PEM file that can be read.').optional(), {
    meaning: 'SingleTenant: path of a PEM file with certificate and private key',
  }),
  CLOUD: told(z.enum(CLOUD_NAMES, 'CLOUD must be public, gcc, gcc-high or dod.').default('public'), {
    meaning: "or `gcc`, `gcc-high`, `dod`: where Kiku signs in, whose tokens it takes, Teams' hosts and Microsoft Graph",
  }),
  ALLOWED_TENANTS: told(list.default([]), { unset: "the bot's tenant", meaning: 'comma-separated tenant ids' }),
  ALLOWED_GROUP: told(z.guid('ALLOWED_GROUP must be the object id of a group in Entra, such as 11111111-2222-3333-4444-555555555555.').optional(), {
    unset: 'everybody of the allowed tenants',
    meaning:
      'the object id of the Entra group whose members may use Kiku, also by groups inside it; needs `GroupMember.Read.All` (see [security](security.md#who-may-use-kiku))',
  }),
  ALLOWED_SERVICE_HOSTS: told(
    list
      .refine((hosts) => hosts.every((host) => /^[\w.-]+$/.test(host)), 'ALLOWED_SERVICE_HOSTS must be host names such as smba.trafficmanager.net.')
      .optional(),
    { unset: 'those of `CLOUD`', meaning: 'exact host names that may call and be called, in place of those' },
  ),
  DATABASE_URL: told(z.url({ protocol: /^postgres(ql)?$/, error: 'DATABASE_URL must start with postgres:// or postgresql://.' }).optional(), {
    meaning: 'any PostgreSQL; without it an embedded one',
    isSecret: true,
  }),
  DATABASE_AUTH: told(z.enum(['password', 'entra'], 'DATABASE_AUTH must be password or entra.').optional(), {
    unset: '`entra` for a `UserAssignedMSI` whose `DATABASE_URL` holds no password, else `password`',
    meaning:
      "how Kiku signs in to the database: with what `DATABASE_URL` holds, or with a token of Entra, as Azure's PostgreSQL takes it; the user is then the name of the identity",
  }),
  DATA_DIR: told(text.default('.kiku'), { meaning: 'the embedded database, and what the local stand-ins keep' }),
  KNOWLEDGE_DIR: told(text.refine(isFolder, 'KNOWLEDGE_DIR must be the path of a folder that is there and can be read.').optional(), {
    meaning: 'a folder laid out like `knowledge/` that adds to it or says it differently (see [authoring](authoring.md)); the commands read it too',
  }),
  DEFAULT_LANGUAGE: told(z.enum(['en', 'ja'], 'DEFAULT_LANGUAGE must be en or ja.').default('en'), {
    meaning: 'for people whose client says nothing; `en` or `ja`',
  }),
  DEFAULT_TIME_ZONE: told(text.refine(isTimeZone, 'DEFAULT_TIME_ZONE must be an IANA name such as Asia/Tokyo.').default('UTC'), {
    meaning: 'IANA name, for people whose client says nothing',
  }),
  HELPDESK_CONTACT: told(text.max(300, 'HELPDESK_CONTACT may have at most 300 characters.').optional(), {
    meaning: 'how people reach the helpdesk, shown when a person takes over',
  }),
  HELPDESK_HOURS: told(
    text
      .refine((value) => parseHours(value) !== null, 'HELPDESK_HOURS must be stretches such as Mon-Fri 09:00-17:30, Sat 10:00-12:00, or always.')
      .default('Mon-Fri 09:00-17:30'),
    {
      meaning:
        'when somebody is at the helpdesk, by `DEFAULT_TIME_ZONE`: stretches with commas between, such as `Mon-Fri 09:00-12:00, Mon-Fri 13:00-18:00`, or `always`; the time for a first answer is counted in them',
    },
  ),
  ALERTS_PER_SECOND: told(z.coerce.number('ALERTS_PER_SECOND must be a number from 1 to 45.').min(1).max(45).default(45), {
    meaning:
      'messages that can wait, a second to one tenant: alerts, and what is passed on in cases ([ADR 19](adr/0019-pace.md)); Teams allows 50 in all, answers among them',
  }),
  ALERT_HEAD_START_SECONDS: told(z.coerce.number('ALERT_HEAD_START_SECONDS must be a number from 0 to 3600.').min(0).max(3600).default(60), {
    meaning: "how long the helpdesk's channel sees what is about to be told to people before it goes out; without a channel it goes out at once",
  }),
  QUIET_HOURS: told(
    z
      .string()
      .refine((value) => quietHours(value) !== null, 'QUIET_HOURS must be two times such as 20:00-07:30, or none.')
      .default('20:00-07:30'),
    { meaning: 'when people are not written to unasked, by their own clock, unless they choose otherwise; `none` for never' },
  ),
  INTAKE_DAYS: told(days('INTAKE_DAYS', 365).default(30), {
    meaning: 'how long a conversation is kept after it was last touched',
  }),
  CASE_DAYS: told(days('CASE_DAYS', 3650).default(180), {
    meaning: "how long a case of the helpdesk's is kept after it ended",
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: told(
    z.url({ protocol: /^https?$/, error: 'OTEL_EXPORTER_OTLP_ENDPOINT must start with http:// or https://.' }).optional(),
    {
      meaning: 'where measures and traces go by OTLP over HTTP, such as `http://collector:4318`; see [watching](observing.md)',
    },
  ),
  OTEL_EXPORTER_OTLP_HEADERS: told(text.optional(), { meaning: 'headers that go along, such as `api-key=…`, with commas between', isSecret: true }),
  OTEL_SERVICE_NAME: told(text.default('kiku'), { meaning: 'what measures and traces are told under' }),
  OTEL_TRACES_SAMPLER_ARG: told(z.coerce.number('OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1.').min(0).max(1).default(1), {
    meaning: 'which share of turns and jobs is traced, from 0 to 1',
  }),
  OTEL_SDK_DISABLED: told(z.enum(['true', 'false'], 'OTEL_SDK_DISABLED must be true or false.').default('false'), {
    meaning: '`true` sends neither measures nor traces anywhere',
  }),
  APPLICATIONINSIGHTS_CONNECTION_STRING: told(text.optional(), { meaning: 'Application Insights, where measures and traces go', isSecret: true }),
  LINGER_SECONDS: told(z.coerce.number('LINGER_SECONDS must be a number from 0 to 60.').min(0).max(60).default(0), {
    meaning: 'how long messages are still taken after Kiku was told to stop, while a load balancer in front of it learns that it goes',
  }),
  LOG_LEVEL: told(z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'LOG_LEVEL must be debug, info, warn, error or silent.').default('info'), {
    meaning: '`debug`, `info`, `warn`, `error`, `silent`',
  }),
});

/** The settings as they are read. */
export type Values = z.infer<typeof SETTINGS>;

/** A setting as people who run Kiku see it. */
export interface Setting extends Told {
  readonly name: string;
  /** As Markdown; empty when nothing holds without it. */
  readonly unset: string;
}

/** Every setting with what is told of it. */
export function describeSettings(): readonly Setting[] {
  return Object.entries(SETTINGS.shape).map(([name, schema]) => {
    const said = registry.get(schema);
    if (said === undefined) throw new Error(`The setting ${name} says nothing of its meaning.`);
    return { ...said, name, unset: said.unset ?? defaultOf(schema) };
  });
}

function told<S extends z.ZodType>(schema: S, said: Told): S {
  registry.add(schema, said);
  return schema;
}

function defaultOf(schema: z.ZodType): string {
  const { data } = schema.safeParse(undefined);
  return data === undefined ? '' : `\`${Array.isArray(data) ? data.join(',') : String(data)}\``;
}

function days(name: string, most: number) {
  const wrong = `${name} must be a whole number of days from 1 to ${most}.`;
  return z.coerce.number(wrong).int(wrong).min(1, wrong).max(most, wrong);
}

function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC';
}
