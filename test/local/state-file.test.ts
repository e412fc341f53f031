import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type LocalStage, stage } from './stage.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiku-transcript-'));
});

afterEach(() => rm(folder, { recursive: true }));

function sam(on: LocalStage) {
  const person = on.teams.places.person('sam');
  if (person === null) throw new Error('Sam is missing.');
  return person;
}

describe('the transcript file', () => {
  it('brings everything back after a restart, and does not install again', async () => {
    const stateFile = join(folder, 'teams.json');
    const before = await stage({ stateFile });
    const first = await before.client.say(sam(before), 'hello');
    await before.close();

    const after = await stage({ stateFile });
    const second = await after.client.say(sam(after), 'again');
    const texts = after.client.transcript(sam(after)).map(({ activity }) => activity.text);
    await after.close();

    expect(texts).toEqual(['hello', 'again']);
    expect(Number(second.id)).toBeGreaterThan(Number(first.id));
    expect(after.bot.received.map(({ type }) => type)).toEqual(['message']);
    expect(await readdir(folder)).toEqual(['teams.json']);
  });

  it('has a message that was on its way as not sent', async () => {
    const stateFile = join(folder, 'teams.json');
    const before = await stage({ stateFile });
    await before.teams.acts.open(sam(before));
    const entry = { id: '1', from: 'sam', activity: { type: 'message', text: 'x' }, delivery: 'sending' as const };
    before.teams.conversations.add('sam', entry);
    await before.close();

    const after = await stage({ stateFile });
    const [was] = after.client.transcript(sam(after));
    await after.close();

    expect(was?.delivery).toBe('not-sent');
  });

  it.each(['{"version":1,"conv', '{"version":2}', ''])('that reads %j is put aside, not lost and not in the way', async (content) => {
    const stateFile = join(folder, 'teams.json');
    await writeFile(stateFile, content);

    const on = await stage({ stateFile });
    await on.close();

    expect(await readFile(`${stateFile}.unreadable`, 'utf8')).toBe(content);
  });
});
