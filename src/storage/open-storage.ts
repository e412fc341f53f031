import { resolve } from 'node:path';
import type { Admitted } from '../access-ports.ts';
import type { AdvisoryStore, GraphBudget } from '../advisory-ports.ts';
import type { AlertStore, HelpdeskStore, Jobs } from '../alert-ports.ts';
import type { CaseStore } from '../case-ports.ts';
import type { DeskNotesStore, WithdrawnStore } from '../desk-ports.ts';
import type { DoctorStore } from '../doctor-ports.ts';
import type { Pace } from '../pace.ts';
import type { Log, TurnStore } from '../ports.ts';
import type { LookUpStore } from '../registered.ts';
import type { Retention } from '../retention.ts';
import type { Gauges } from '../telemetry-ports.ts';
import { createAdmittedStore } from './admitted-store.ts';
import { createAdvisoryStore } from './advisory-store.ts';
import { createAlertStore, purgeAlerts, releaseAlerts } from './alert-store.ts';
import { createCaseStore, purgeCases, troublesOfCases } from './case-store.ts';
import type { Database } from './database.ts';
import { createDeskNotesStore } from './desk-notes-store.ts';
import { createDoctorStore } from './doctor-store.ts';
import { holdFolder } from './folder-lock.ts';
import { readGauges } from './gauges.ts';
import { createGraphBudget } from './graph-budget.ts';
import { createHelpdeskStore, troublesOfHelpdesk } from './helpdesk-store.ts';
import { createJobs, type JobsPlace } from './jobs.ts';
import { createLookUpStore } from './look-up-store.ts';
import { type Migration, migrate, missing, readMigrations } from './migrations.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import type { Password } from './server-address.ts';
import { StorageFailure, toStorageFailure } from './storage-failure.ts';
import { createTurnStore, purgeTurns, releaseLeases } from './turn-store.ts';
import { createWithdrawnStore } from './withdrawn-store.ts';

/** Where things are kept: any PostgreSQL, or without one an embedded one in `folder`. */
export interface StorageOptions {
  readonly databaseUrl: string | null;
  /** Where the address holds none: a token that expires. */
  readonly password?: Password | null;
  readonly folder: string;
  /** How long a turn has to deliver what it saved. */
  readonly leaseMs?: number;
  /** How fast what can wait is sent; without it, as fast as it is asked for. */
  readonly pace?: Pace;
  /** How long the helpdesk sees what is to be told to people before it goes out. */
  readonly headStartMs?: number;
  /** How long what people said is kept. */
  readonly keep?: Retention;
}

/** Everything that is kept, open and up to date. */
export interface Storage {
  readonly turns: TurnStore;
  readonly advisories: AdvisoryStore;
  readonly alerts: AlertStore;
  readonly helpdesk: HelpdeskStore;
  readonly cases: CaseStore;
  readonly lookUps: LookUpStore;
  readonly withdrawn: WithdrawnStore;
  readonly deskNotes: DeskNotesStore;
  readonly admitted: Admitted;
  readonly graphBudget: GraphBudget;
  readonly doctor: DoctorStore;
  /** Not started. Stopped before this is closed. */
  readonly jobs: Jobs;
  /** Where the data lies, in words without a password. */
  readonly description: string;
  /** What is missing before messages can be taken; empty when nothing is. */
  readiness(): Promise<readonly string[]>;
  /** What does not keep Kiku from working and is to be looked at, a sentence each. */
  troubles(now: number): Promise<readonly string[]>;
  /** What an operator watches; to be asked about once a minute. */
  gauges(now: number): Promise<Gauges>;
  /** Deletes what has had its time. To be called about once an hour. */
  purge(now: number): Promise<void>;
  /** Closes the database and frees the folder; may be called twice. */
  close(): Promise<void>;
}

/** Opens storage and brings its schema up to date, or throws a `StorageFailure`. */
export async function openStorage(options: StorageOptions, log: Log): Promise<Storage> {
  return options.databaseUrl === null ? openEmbedded(resolve(options.folder), options, log) : openServer(options.databaseUrl, options, log);
}

async function openServer(url: string, options: StorageOptions, log: Log): Promise<Storage> {
  const password = options.password ?? null;
  const database = openPostgres(url, {
    password,
    onLost: (failure) => log.warn({ code: failure.code, retryable: failure.retryable }, 'a database connection was lost'),
  });
  const place = placeOf(url);
  const jobs: JobsPlace = { kind: 'postgres', url, password };
  return begin({ database, jobs, description: `PostgreSQL, ${place}`, options, log, close: () => database.close() }).catch((thrown: unknown) => {
    const { code, message, retryable } = toStorageFailure(thrown);
    throw new StorageFailure(code, `${message} It is ${place}, as DATABASE_URL says.`, { retryable, cause: thrown });
  });
}

async function openEmbedded(folder: string, options: StorageOptions, log: Log): Promise<Storage> {
  const lock = holdFolder(folder, Date.now());
  try {
    const database = await openPglite(folder);
    const close = async () => {
      await database.close().finally(() => lock.release());
    };
    const jobs: JobsPlace = { kind: 'pglite', db: database.forJobs };
    return await begin({ database, jobs, description: `embedded PostgreSQL (PGlite), in ${folder}`, options, log, close });
  } catch (thrown) {
    lock.release();
    throw thrown;
  }
}

interface Opened {
  readonly database: Database;
  readonly jobs: JobsPlace;
  readonly description: string;
  readonly options: StorageOptions;
  readonly log: Log;
  close(): Promise<void>;
}

async function begin(opened: Opened): Promise<Storage> {
  const { database, description, options, log, close } = opened;
  const migrations = await readMigrations();
  try {
    const done = await migrate(database, migrations);
    if (done.length > 0) log.info({ migrations: done }, 'the schema was brought up to date');
    // Only this process uses an embedded database, so whatever is leased was leased by one that is gone.
    if (database.kind === 'pglite') await Promise.all([releaseLeases(database), releaseAlerts(database)]);
  } catch (thrown) {
    await close();
    throw thrown;
  }
  return {
    turns: createTurnStore(database, {
      ...(options.leaseMs === undefined ? {} : { leaseMs: options.leaseMs }),
      ...(options.pace === undefined ? {} : { pace: options.pace }),
    }),
    advisories: createAdvisoryStore(database, options.headStartMs === undefined ? {} : { headStartMs: options.headStartMs }),
    alerts: createAlertStore(database),
    helpdesk: createHelpdeskStore(database),
    cases: createCaseStore(database),
    lookUps: createLookUpStore(database),
    withdrawn: createWithdrawnStore(database),
    deskNotes: createDeskNotesStore(database),
    admitted: createAdmittedStore(database),
    graphBudget: createGraphBudget(database),
    doctor: createDoctorStore(database, migrations),
    jobs: createJobs(opened.jobs, log),
    description,
    readiness: () => readiness(database, migrations),
    troubles: async (now) => [...(await troublesOfCases(database, now)), ...(await troublesOfHelpdesk(database))],
    gauges: (now) => readGauges(database, now),
    async purge(now) {
      await purgeTurns(database, now, options.keep);
      await purgeAlerts(database, now);
      await purgeCases(database, now, options.keep);
      if (database.kind === 'pglite') await vacuum(database);
    },
    close,
  };
}

async function readiness(database: Database, migrations: readonly Migration[]): Promise<readonly string[]> {
  try {
    return (await missing(database, migrations)).map((name) => `The schema lacks ${name}.`);
  } catch (thrown) {
    return [toStorageFailure(thrown).message];
  }
}

/** PGlite has no background worker that would do it. */
async function vacuum(database: Database): Promise<void> {
  const tables = [
    'person',
    'intake',
    'seen_input',
    'outbox',
    'slot',
    'advisory',
    'fan_out',
    'alert',
    'bucket',
    'pace',
    'graph_request',
    'case',
    'case_message',
  ];
  for (const table of tables) await database.query(`vacuum (analyze) kiku.${table}`, []);
  const jobs = await database.query("select 1 where to_regclass('pgboss.job_common') is not null", []);
  if (jobs.length > 0) await database.query('vacuum (analyze) pgboss.job_common, pgboss.queue', []);
}

/** Host, port and database of an address, without user and password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'as DATABASE_URL says';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
