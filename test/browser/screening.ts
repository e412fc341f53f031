import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { freePort, type Program, startProgram } from '../program.ts';
import { launchChromium } from './launch-chromium.ts';

/** A browser, and the program on a folder and a port of its own. */
export class Screening {
  readonly browser: Browser;
  program: Program;
  readonly #env: Readonly<Record<string, string>>;
  readonly #folder: string;

  private constructor(browser: Browser, program: Program, env: Readonly<Record<string, string>>, folder: string) {
    this.browser = browser;
    this.program = program;
    this.#env = env;
    this.#folder = folder;
  }

  static async open(): Promise<Screening> {
    const folder = await mkdtemp(join(tmpdir(), 'kiku-browser-'));
    const env = { DATA_DIR: folder, PORT: String(await freePort()) };
    const [browser, program] = await Promise.all([launchChromium(), startProgram(env)]);
    return new Screening(browser, program, env, folder);
  }

  /** Starts the program anew, under the same address; it has ended before. */
  async startAgain(): Promise<void> {
    this.program = await startProgram(this.#env);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.program.end();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
