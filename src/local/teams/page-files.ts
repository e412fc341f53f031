import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Reply, refusal } from './http.ts';
import { isMissingFile } from './missing-file.ts';

const PAGE = fileURLToPath(new URL('../page/', import.meta.url));
const NAME = /^[a-z][a-z0-9-]*\.(?:css|svg|ts)$/;

/** Nothing from anywhere else, no inline script or style, in no frame. Images in cards must be embedded. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = { css: 'text/css', svg: 'image/svg+xml', ts: 'text/javascript', html: 'text/html' };
const prepared = new Map<string, Promise<Buffer>>();

/** A file of the page: `/`, its modules with the types taken out, and the two libraries it uses. */
export async function pageFile(pathname: string): Promise<Reply> {
  if (pathname === '/') return reply('html', await readFile(join(PAGE, 'index.html')));
  const name = pathname.slice('/page/'.length);
  const library = libraryPath(name);
  if (library !== null) return reply('ts', await remember(name, () => readFile(library)));
  if (!NAME.test(name)) return notThere();
  try {
    const type = name.split('.').at(-1) ?? '';
    if (type === 'ts') return reply('ts', await remember(name, () => strip(name)));
    return reply(type, await readFile(join(PAGE, name)));
  } catch (error) {
    if (isMissingFile(error)) return notThere();
    throw error;
  }
}

function libraryPath(name: string): string | null {
  const { resolve } = createRequire(import.meta.url);
  if (name === 'lib/adaptivecards.js') return join(dirname(resolve('adaptivecards/package.json')), 'dist/adaptivecards.min.js');
  if (name === 'lib/markdown-it.js') return join(dirname(resolve('markdown-it/package.json')), 'dist/browser/markdown-it.esm.min.mjs');
  return null;
}

async function strip(name: string): Promise<Buffer> {
  return Buffer.from(stripTypeScriptTypes(await readFile(join(PAGE, name), 'utf8')));
}

// Kept for the life of the process; a failed reading is not kept, so that it is tried again.
function remember(name: string, prepare: () => Promise<Buffer>): Promise<Buffer> {
  const known = prepared.get(name);
  if (known !== undefined) return known;
  const fresh = prepare();
  prepared.set(name, fresh);
  fresh.catch(() => prepared.delete(name));
  return fresh;
}

function reply(type: string, body: Buffer): Reply {
  return {
    status: 200,
    body,
    headers: {
      'content-type': `${TYPES[type] ?? 'application/octet-stream'}; charset=utf-8`,
      'cache-control': 'no-cache',
      'content-security-policy': PAGE_POLICY,
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    },
  };
}

function notThere(): Reply {
  return refusal(404, 'NotFound', 'There is no such file.');
}
