import { accessSync, constants, statSync } from 'node:fs';

/** Whether something is there that this process may read. */
export function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    // Not there, or not ours to read.
    return false;
  }
}

/** Whether it is a folder that this process may read. */
export function isFolder(path: string): boolean {
  return isReadable(path) && statSync(path).isDirectory();
}
