import { randomInt, randomUUID } from 'node:crypto';
import { createShelf } from './advisories/shelf.ts';
import { createSync } from './advisories/sync.ts';
import type { Renderer } from './cards/render.ts';
import { WEB_PAGES, webPage } from './cards/web-pages.ts';
import { type Config, readConfig } from './config.ts';
import { every, type Recurring } from './every.ts';
import { createAdvisorySource } from './graph/advisory-source.ts';
import { createGraphClient } from './graph/client.ts';
import { createCredential } from './graph/credential.ts';
import { databasePassword } from './graph/database-token.ts';
import { createRegistry } from './graph/registry.ts';
import { isTeamOwner } from './graph/team-owners.ts';
import { caseSettings } from './helpdesk/case.ts';
import { createMembers } from './helpdesk/members.ts';
import { rememberHelpdesks } from './helpdesk/remember-helpdesks.ts';
import { createWithdrawnSteps } from './helpdesk/withdrawn-steps.ts';
import { knowledgeSeen } from './knowledge/edition.ts';
import { startLocalCloud } from './local/start-local.ts';
import { createLog } from './observe/log.ts';
import { startTelemetry } from './observe/telemetry.ts';
import { teamsPace } from './pace.ts';
import type { Log } from './ports.ts';
import { greeting, whyNotStarted } from './said-at-start.ts';
import { endOnFault, endWhileStarting, type Stopping, stopOnce } from './stop.ts';
import { openStorage } from './storage/open-storage.ts';
import { createConnector } from './teams/connector.ts';
import { createPictures } from './teams/pictures.ts';
import { createTeamsServer } from './teams/server.ts';
import { createApology } from './turn/apologise.ts';
import { Delivery, LEASE_MS } from './turn/deliver.ts';
import { createTurn } from './turn/turn.ts';
import { readVersions } from './versions.ts';
import { wireAccess } from './wire-access.ts';
import { wireAlerts } from './wire-alerts.ts';
import { wireCases } from './wire-cases.ts';
import { wireDoctor } from './wire-doctor.ts';
import { wireKnowledge } from './wire-knowledge.ts';
import { watchedStorage } from './wire-telemetry.ts';
import { wireTurns } from './wire-turns.ts';

/** For looking up who owns a team. */
const DIRECTORY_LIMIT_MS = 8_000;
const DRAIN_EVERY_MS = 1_000;
/** How soon an instance sees what another has read. */
const FOLLOW_EVERY_MS = 3_000;
/** Of the id of a case: nothing that is taken for something else when it is said or written by hand. */
const CASE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const PURGE_EVERY_MS = 60 * 60 * 1000;
/** How long turns, and then messages on their way, may take to end when Kiku is stopped. */
const TURN_GRACE_MS = 4_000;
const DELIVERY_GRACE_MS = 2_000;

endWhileStarting();
try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  endOnFault(log);
  await start(config, log);
} catch (error) {
  const sentences = whyNotStarted(error);
  if (sentences === null) throw error;
  process.stderr.write(`Kiku did not start.\n${sentences.map((sentence) => `  ${sentence}\n`).join('')}`);
  process.exit(1);
}

/** Builds everything in the order in which it depends on one another, listens, and says where. */
async function start(config: Config, log: Log): Promise<void> {
  const now = Date.now;
  const clock = () => performance.now();
  const { cloud, defaultLanguage, defaultTimeZone } = config;
  const live = wireKnowledge(config);
  const renderer: Renderer = { render: (view, language, timeZone) => live.current().renderer.render(view, language, timeZone) };
  const identity = config.credentials === null ? null : createCredential(config.credentials, cloud.loginAuthority);
  const password = config.databaseAuth === 'entra' && identity !== null ? databasePassword(identity, cloud.databaseScope) : null;
  const opened = await openStorage(
    {
      databaseUrl: config.databaseUrl,
      password,
      folder: config.dataFolder,
      leaseMs: LEASE_MS,
      headStartMs: config.alerts.headStartMs,
      keep: config.keep,
      pace: teamsPace(config.alerts.perSecond),
    },
    log,
  );
  const telemetry = await startTelemetry(config.telemetry, () => opened.gauges(now()), log);
  const storage = watchedStorage(opened, telemetry);
  const local = config.credentials === null ? await startLocalCloud(config.dataFolder, live, now, log) : null;

  const credential = identity ?? createCredential({ kind: 'fixed', token: local?.graph.token ?? '' });
  const client = createGraphClient({ credential, graphOrigin: local?.graph.origin ?? cloud.graphOrigin, budget: storage.graphBudget, now });
  const sync = createSync({ source: telemetry.asked(createAdvisorySource({ client, log }), 'graph'), store: storage.advisories, now, log });
  const shelf = createShelf({ store: storage.advisories, log });
  await shelf.look();

  const credentials = config.credentials === null ? null : { appId: config.credentials.appId, credential, scope: cloud.botScope };
  const messenger = telemetry.messenger(createConnector({ credentials, allowedServiceHosts: config.allowedServiceHosts, now }));
  const members = createMembers(messenger, now, log);
  const helpdesks = rememberHelpdesks(storage.helpdesk, now);
  const alerts = wireAlerts({
    storage,
    sync,
    shelf,
    messenger,
    directory: {
      async isOwner(address, team, person) {
        const group = await messenger.groupOf(address, team);
        return group === null ? null : isTeamOwner(client, group, person.id, AbortSignal.timeout(DIRECTORY_LIMIT_MS));
      },
      channelName: (address, team) => messenger.channelName(address, team),
    },
    members,
    helpdeskChanged: helpdesks.changed,
    knowledge: () => live.current().setting.knowledge,
    renderer: () => live.current().renderer,
    settings: config.alerts,
    defaultLanguage,
    defaultTimeZone,
    now,
    log,
  });
  const doctor = wireDoctor({
    store: storage.doctor,
    graphBudget: storage.graphBudget,
    credentials: config.credentials,
    credential,
    cloud,
    allowedGroup: config.allowedGroup,
    graphOrigin: local?.graph.origin ?? cloud.graphOrigin,
    roster: messenger,
    versions: readVersions(),
    knowledge: () => knowledgeSeen(config.knowledge, live.current().setting.knowledge, live.faults()),
    helpdesk: storage.helpdesk,
    jobs: storage.jobs,
    render: (view, language) => live.current().renderer.render(view, language ?? defaultLanguage),
    now,
    log,
  });
  // Turns come in as soon as Kiku listens; what they leave behind is drained once everything runs.
  let draining: Recurring | null = null;
  let stopping: Stopping | null = null;
  const withdrawn = createWithdrawnSteps(storage.withdrawn);
  await withdrawn.look();
  const cases = wireCases({
    storage,
    withdrawn,
    members,
    registry: createRegistry({ client, log }),
    pictures: createPictures({ credentials, allowedServiceHosts: config.allowedServiceHosts, log, now }),
    knowledge: () => live.current().setting.knowledge,
    renderer: () => live.current().renderer,
    settings: caseSettings(config.helpdeskHours),
    defaultLanguage,
    onLaid: () => draining?.hasten(),
    examine: doctor.examine,
    now,
    log,
  });
  const turn = createTurn({
    setting: (tenant) => ({ ...live.current().setting, withdrawn: withdrawn.current(tenant) }),
    store: storage.turns,
    renderer,
    shelf: () => shelf.current(),
    delivery: { send: (rows, to) => delivery.send(rows, to), sendDue: (conversation, to) => delivery.sendDue(conversation, to) },
    newId: randomUUID,
    newCaseId,
    hasHelpdesk: helpdesks.has,
    passCases: cases.passCases,
    clock,
  });
  const delivery = new Delivery({ store: storage.turns, now, log, onMore: () => draining?.hasten() });
  const gate = wireAccess({ group: config.allowedGroup, storage, client, members, renderer, defaultLanguage, now, log });
  const server = createTeamsServer({
    credentials,
    allowedServiceHosts: config.allowedServiceHosts,
    allowedTenants: config.allowedTenants,
    messenger,
    issuerSettings: { ...cloud.issuer, isLoopbackServiceAllowed: false },
    handle: wireTurns({ desk: alerts.desk, gate, caseDesk: cases.desk, turn, telemetry, log, clock }),
    apologise: createApology(renderer, defaultLanguage),
    readiness: async () => (stopping?.hasBegun() === true ? ['Kiku is stopping.'] : storage.readiness()),
    troubles: () => storage.troubles(now()),
    pages: Object.fromEntries(WEB_PAGES.map((page) => [page, () => webPage(page, live.current().setting.knowledge, config.keep)])),
    log,
    host: config.host,
    ...(local === null ? {} : { firstHandler: local.handlePage }),
  });
  const { port } = await server.listen(config.port);
  const ending = new AbortController();
  await local?.startTeams(port, () => alerts.readNow(ending.signal));

  shelf.follow(FOLLOW_EVERY_MS);
  await storage.jobs.start();
  draining = every(DRAIN_EVERY_MS, 'drain the outbox', () => delivery.drain(messenger), log);
  cases.start();
  const following = every(FOLLOW_EVERY_MS, 'look which steps are withdrawn', withdrawn.look, log);
  const purging = every(PURGE_EVERY_MS, 'purge', () => storage.purge(now()), log);
  stopping = stopOnce(
    async () => {
      live.stop();
      // Open pages wait for events for ever, and would hold the server up.
      local?.closePage();
      ending.abort();
      await Promise.all([server.close(TURN_GRACE_MS), storage.jobs.stop(TURN_GRACE_MS), shelf.stop()]);
      await delivery.stop(DELIVERY_GRACE_MS);
      await Promise.all([draining?.stop(), purging.stop(), following.stop(), cases.stop()]);
      await local?.close();
      await telemetry.stop();
      await storage.close();
    },
    log,
    config.stop,
  );
  process.stdout.write(greeting(port, storage.description, local === null ? null : { teams: local.teamsOrigin(), graph: local.graph.origin }));
}

function newCaseId(): string {
  return Array.from({ length: 6 }, () => CASE_LETTERS[randomInt(CASE_LETTERS.length)]).join('');
}
