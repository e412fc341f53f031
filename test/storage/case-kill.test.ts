import { describe, expect, it } from '@jest/globals';
import { openStorage } from '../../src/storage/open-storage.ts';
import { laidOf } from './case-desk.ts';
import { channel } from './cases.ts';
import { runChild } from './children/run.ts';
import { emptyFolder } from './databases.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('cases whose process is killed', () => {
  it('are all there, with every word, and everything of them is shown in the end, in order', async () => {
    const place = await emptyFolder();
    const lines: string[] = [];
    for (let kill = 0; kill < 6; kill += 1) {
      const child = runChild('hand-over-for-ever', [place.folder, String(kill * 1000)]);
      await child.line(30 + kill * 7);
      await child.kill();
      lines.push(...child.lines);
    }

    const storage = await openStorage({ databaseUrl: null, folder: place.folder }, silent);
    const { cases, turns } = storage;
    for (let isBehind = true; isBehind; ) {
      const pending = await cases.pending(100);
      for (const one of pending) await cases.pass(one, laidOf(one, channel), 1);
      const rows = (await turns.claimAny(0, 1000, 1000)).rows;
      for (const row of rows) {
        const { message, slot, kind } = row.outgoing;
        lines.push(`posted ${row.address.conversation} ${message.kind === 'text' ? message.text : ''}`);
        await turns.settle([{ kind: 'done', row, activity: kind === 'post' ? `a${slot?.replaceAll(' ', '-')}` : row.activity }]);
      }
      isBehind = pending.length > 0 || rows.length > 0;
    }

    const acknowledged = lines.filter((line) => line.startsWith('opened ')).map((line) => line.slice('opened '.length));
    const posted = lines.filter((line) => line.startsWith('posted '));
    for (const id of acknowledged) {
      const thread = `${channel.conversation};messageid=acase-${id}`;
      const count = id.slice(1);
      const words = (await cases.messages('contoso', id, 0, 10)).map(({ text }) => text);
      const told = lines.filter((line) => line.startsWith(`said ${id} `)).map((line) => line.split(' ')[2]);
      expect(words.slice(0, told.length)).toEqual(told);
      expect((await cases.ofThread('contoso', thread))?.case.id).toBe(id);
      expect(posted.some((line) => line.startsWith(`posted ${channel.conversation} ${id} `))).toBe(true);
      // What was on its way when the process was killed is sent again; nothing is left out.
      if (words.length > 0) expect(posted).toContain(`posted ${thread} hello-${count}`);
      if (words.length > 1) expect(posted).toContain(`posted chat ${count} answer-${count}`);
    }
    expect(acknowledged.length).toBeGreaterThan(12);
    expect(await cases.lost()).toEqual([]);
    await storage.close();
    await place.end();
  }, 90_000);
});
