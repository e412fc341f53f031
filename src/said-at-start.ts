import { ConfigFault } from './config/config-fault.ts';
import { KnowledgeFaults } from './knowledge/knowledge-fault.ts';
import { StorageFailure } from './storage/storage-failure.ts';

/** Why nothing can be listened to, by the code of the system. */
const LISTENING: Readonly<Record<string, string>> = {
  EADDRINUSE: 'The port is taken by another program, perhaps another Kiku. Set PORT to a free one, or end the other.',
  EACCES: 'The port needs rights that Kiku does not have. Set PORT to a number from 1024.',
  EADDRNOTAVAIL: 'HOST is not an address of this machine.',
  ENOTFOUND: 'HOST is not an address of this machine.',
};

/** What an operator can put right when Kiku does not start, as sentences; `null` for anything else. */
export function whyNotStarted(error: unknown): readonly string[] | null {
  if (error instanceof ConfigFault) return error.faults;
  if (error instanceof KnowledgeFaults) return error.message.split('\n');
  if (error instanceof StorageFailure) return [error.message];
  const said = error instanceof Error && 'code' in error && 'syscall' in error ? LISTENING[`${error.code}`] : undefined;
  return said === undefined ? null : [said];
}

/** Where Kiku listens, where its data lies, and what stands in for the cloud: `null` for the cloud itself. */
export function greeting(port: number, data: string, standIns: { readonly teams: string; readonly graph: string } | null): string {
  const address = `http://127.0.0.1:${port}`;
  const lines = [`Kiku is listening on ${address}`, `  data    ${data}`];
  if (standIns !== null) {
    lines.push(
      `  page    ${address}/ (open it and write to Kiku)`,
      `  Teams   stood in for on this machine (${standIns.teams}); no credentials are set, so only this machine can reach Kiku`,
      `  Graph   stood in for on this machine (${standIns.graph}); its advisories are samples`,
    );
  }
  return `${lines.join('\n')}\n`;
}
