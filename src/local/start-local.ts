import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Log } from '../ports.ts';
import { SAMPLE_USERS } from './graph/sample-users.ts';
import { type GraphServer, startGraphServer } from './graph/server.ts';
import type { Saved } from './teams/event-streams.ts';
import { CAST, LOCAL_CHANNEL } from './teams/people.ts';
import { type LocalTeams, startLocalTeams } from './teams/start.ts';

/** What stands in for the cloud on this machine: a Graph server and a Teams, both over HTTP on loopback. */
export interface LocalCloud {
  readonly graph: GraphServer;
  /** Starts the Teams side, once Kiku itself listens on `kikuPort`. `readAdvisories`: Kiku reads what the panel has just changed. */
  startTeams(kikuPort: number, readAdvisories: () => Promise<unknown>): Promise<void>;
  teamsOrigin(): string;
  /** Answers the page's requests; `false` when the request is none of the page's. */
  handlePage(request: IncomingMessage, response: ServerResponse): boolean;
  /** Ends the events that open pages wait for; the rest goes on. */
  closePage(): void;
  close(): Promise<void>;
}

/** Starts the Graph server; both keep what people did in `folder`. The page tells the author of `knowledge` what is wrong with it. */
export async function startLocalCloud(folder: string, knowledge: Saved, now: () => number, log: Log): Promise<LocalCloud> {
  const members = () => CAST.map(({ key, name, aadObjectId }) => ({ userId: aadObjectId, name, isOwner: LOCAL_CHANNEL.owners.includes(key) }));
  const team = { group: LOCAL_CHANNEL.groupId, members };
  const graph = await startGraphServer({
    port: 0,
    host: '127.0.0.1',
    now,
    file: join(folder, 'local-graph.json'),
    teams: [team],
    users: SAMPLE_USERS,
  });
  let teams: LocalTeams | null = null;

  const start = (kikuPort: number, port: number, advisoriesChanged: () => Promise<unknown>) =>
    startLocalTeams({
      botUrl: `http://127.0.0.1:${kikuPort}/api/messages`,
      port,
      graphOrigin: graph.origin,
      advisoriesChanged,
      knowledge,
      stateFile: join(folder, 'local-teams.json'),
      log,
      now,
    });

  return {
    graph,
    async startTeams(kikuPort, readAdvisories) {
      // The next port, so that conversations keep their address over a restart; any other when it is taken.
      teams = await start(kikuPort, kikuPort + 1, readAdvisories).catch((error: unknown) => {
        if (isTaken(error)) return start(kikuPort, 0, readAdvisories);
        throw error;
      });
    },
    teamsOrigin: () => teams?.origin ?? '',
    handlePage: (request, response) => teams?.handlePage(request, response) ?? false,
    closePage: () => teams?.closePage(),
    async close() {
      await teams?.close();
      await graph.close();
    },
  };
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
