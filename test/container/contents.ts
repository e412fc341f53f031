import { chmodSync, chownSync, copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Image, ROOT } from './dockerfile.ts';

/** A folder that holds what the image holds below its working directory, and beside it the Node of these tests. */
export interface Contents {
  readonly app: string;
  readonly node: string;
  /** Who the program runs as; nobody else than now where only root could change that. */
  readonly as: { readonly uid?: number; readonly gid?: number };
  end(): void;
}

const lockFile = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional(), optional: z.boolean().optional() })) });

/** Lays down what the Dockerfile copies, with the packages that `npm install --omit=dev` takes, and takes the right to write away. */
export function layDown(image: Image): Contents {
  const folder = mkdtempSync(join(tmpdir(), 'kiku-image-'));
  const [app, node] = [join(folder, 'app'), join(folder, 'node')];
  for (const { stage, sources } of image.copied) {
    if (stage === null) for (const source of sources) cpSync(join(ROOT, source), join(app, source), { recursive: true });
  }
  for (const path of productionPackages()) cpSync(join(ROOT, path), join(app, path), { recursive: true, filter: (one) => isOf(path, one) });
  copyFileSync(process.execPath, node);
  chmodSync(node, 0o755);
  const [uid, gid] = (image.user ?? '').split(':').map(Number);
  const isRoot = process.getuid?.() === 0;
  // As in the image: what is there belongs to somebody else than who runs.
  if (isRoot) chownSync(folder, 0, 0);
  chmodSync(folder, 0o755);
  setModes(app, 0o555);
  return {
    app,
    node,
    as: isRoot && uid !== undefined && gid !== undefined ? { uid, gid } : {},
    end() {
      // Whoever is not root cannot take anything out of a folder that nobody may write to.
      setModes(app, 0o755);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function productionPackages(): readonly string[] {
  const { packages } = lockFile.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
  return Object.entries(packages)
    .filter(([path, { dev, optional }]) => path !== '' && dev !== true && (optional !== true || existsSync(join(ROOT, path))))
    .map(([path]) => path);
}

/** The packages inside a package stand in the lock by themselves, and some of them are for development only. */
function isOf(path: string, file: string): boolean {
  return !file.slice(join(ROOT, path).length).startsWith('/node_modules');
}

function setModes(folder: string, mode: number): void {
  chmodSync(folder, mode);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), mode);
  }
}
