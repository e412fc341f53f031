import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, Stage } from '../conversations/stage.ts';
import { freePort, startProgram } from '../program.ts';
import { type Posted, PostedMessages } from './posted.ts';

/** What goes wrong at the connector. */
export type Fault = Parameters<Stage['teams']['faults']['inject']>[0];

/** What begins an intake, and is answered by the question whether the web version works. */
export const FIRST = 'OneDrive says 0x8004de40 on my Windows 11 laptop';

/** Which fact the buttons of a message ask for. */
export const asked = ({ content }: Posted): string | undefined => /"do":"answer","fact":"(\w+)"/.exec(content)?.[1];

/** A stage on which things go wrong for one person at a time, and every message is written down. */
export class Trouble {
  readonly stage: Stage;
  readonly posted: PostedMessages;

  private constructor(stage: Stage) {
    this.stage = stage;
    this.posted = new PostedMessages(stage);
  }

  static async open(): Promise<Trouble> {
    return new Trouble(await Stage.open());
  }

  inject(actor: Actor, fault: Fault): void {
    this.stage.teams.faults.inject({ ...fault, conversation: actor.person.conversation });
  }

  /** How often faults could still strike somebody. */
  left(actor: Actor): number {
    const own = this.stage.teams.faults.list().filter(({ conversation }) => conversation === actor.person.conversation);
    return own.reduce((sum, { count }) => sum + count, 0);
  }

  /** Waits until somebody has been sent so many messages. */
  async arrived(actor: Actor, count: number, limitMs = 10_000): Promise<void> {
    await actor.client.waitFor(actor.person, () => this.posted.to(actor).length >= count, limitMs);
  }

  /** Runs while another process works on the same database and the same Teams. */
  async withSecond(work: () => Promise<void>): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'kiku-second-'));
    const second = await startProgram({ ...this.stage.env, PORT: String(await freePort()), DATA_DIR: folder });
    try {
      await work();
    } finally {
      await second.end();
      await rm(folder, { recursive: true, force: true });
    }
  }

  async close(): Promise<void> {
    this.posted.end();
    await this.stage.close();
  }
}
