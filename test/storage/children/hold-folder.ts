/** Holds the folder of its first argument until it is killed, from the moment of its second on; says in a line of JSON how that went. */
import { holdFolder } from '../../../src/storage/folder-lock.ts';
import { StorageFailure } from '../../../src/storage/storage-failure.ts';

const [folder = '', moment = '0'] = process.argv.slice(2);
while (Date.now() < Number(moment)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
try {
  holdFolder(folder, Date.now());
  console.log(JSON.stringify({ held: true }));
  setInterval(() => undefined, 1000);
} catch (thrown) {
  if (!(thrown instanceof StorageFailure)) throw thrown;
  console.log(JSON.stringify({ held: false, code: thrown.code, message: thrown.message }));
}
