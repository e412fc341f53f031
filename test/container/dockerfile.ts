import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Copy, DockerfileParser, type Healthcheck, type Instruction } from 'dockerfile-ast';
import { z } from 'zod';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What one COPY takes where; `stage`: from an earlier stage instead of from this folder. */
export interface Copied {
  readonly stage: string | null;
  readonly sources: readonly string[];
  readonly target: string;
}

/** The Dockerfile, as far as a test looks at it. All but `images` and `copied` are of the last stage. */
export interface Image {
  /** Of each stage, as they are without build arguments. */
  readonly images: readonly string[];
  readonly copied: readonly Copied[];
  readonly env: Readonly<Record<string, string>>;
  readonly user: string | null;
  readonly workdir: string | null;
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
  /** What is run while it is built, in all stages. */
  readonly built: readonly string[];
}

export function readDockerfile(): Image {
  const file = DockerfileParser.parse(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'));
  const last = file.getFROMs().at(-1)?.getRange()?.start.line ?? 0;
  const ofLast = file.getInstructions().filter((instruction) => (instruction.getRange()?.start.line ?? 0) > last);
  const wordsOf = (keyword: string) => ofLast.findLast((instruction) => instruction.getKeyword() === keyword)?.getArguments() ?? [];
  const args = new Map(file.getInitialARGs().map((arg) => [arg.getProperty()?.getName(), arg.getProperty()?.getValue() ?? '']));
  return {
    built: file.getInstructions().flatMap((one) => (one.getKeyword() === 'RUN' ? [one.getArgumentsContent() ?? ''] : [])),
    images: file.getFROMs().map((from) => (from.getImage() ?? '').replace(/^\$\{(\w+)\}$/, (_whole, name: string) => args.get(name) ?? '')),
    copied: file.getCOPYs().map(readCopy),
    env: Object.fromEntries(file.getENVs().flatMap((env) => env.getProperties().map((one) => [one.getName(), one.getValue() ?? '']))),
    user: wordsOf('USER')[0]?.getValue() ?? null,
    workdir: wordsOf('WORKDIR')[0]?.getValue() ?? null,
    command: [...execForm(ofLast, 'ENTRYPOINT'), ...execForm(ofLast, 'CMD')],
    healthcheck: jsonOf(healthcheckOf(file.getHEALTHCHECKs())),
  };
}

function readCopy(copy: Copy): Copied {
  const words = copy.getArguments().map((word) => word.getValue());
  return { stage: copy.getFromFlag()?.getValue() ?? null, sources: words.slice(0, -1), target: words.at(-1) ?? '' };
}

/** In the other form a shell would stand between, and get the signals. */
function execForm(instructions: readonly Instruction[], keyword: string): readonly string[] {
  return jsonOf(instructions.findLast((instruction) => instruction.getKeyword() === keyword)?.getArgumentsContent() ?? null);
}

function healthcheckOf(checks: readonly Healthcheck[]): string | null {
  const content = checks.at(-1)?.getArgumentsContent() ?? '';
  return content.slice(content.indexOf('CMD') + 'CMD'.length);
}

function jsonOf(text: string | null): readonly string[] {
  return z.array(z.string()).parse(JSON.parse(text ?? 'null'));
}
