import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type Actor, Stage } from '../conversations/stage.ts';
import { intakesOf, rowsOf } from './kept.ts';
import { PostedMessages } from './posted.ts';
import { goThrough, Met, SCRIPTS } from './script.ts';

/** Moments on each database: twenty in all. More with KILLS. */
const KILLS = Number(process.env.KILLS ?? 10);
const PEOPLE = 9;
/** A delivery that takes longer is recorded while it goes on. */
const IN_FLIGHT_MS = 2_000;
/** Printed with the result; the same with SEED. */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);

interface Person {
  readonly actor: Actor;
  readonly script: (typeof SCRIPTS)[number];
  readonly met: Met;
  /** How often they went through their script. */
  trips: number;
}

describe.each(['postgresql', 'pglite'] as const)('on %s, a program that is killed again and again while people talk', (on) => {
  it(`loses no answer, takes none twice, and leaves nobody stuck (SEED=${SEED})`, async () => {
    const stage = await Stage.open(on);
    const posted = new PostedMessages(stage);
    let isOver = false;
    try {
      const random = randomFrom(SEED);
      const killed = await enter(stage);
      const kills: number[] = [];
      const talking = killed.map(async (person) => {
        while (!isOver) await trip(stage, person, () => random() * 40);
      });
      for (let kill = 0; kill < KILLS; kill += 1) {
        // In the middle of talking: after so many more activities, and so many milliseconds into the next.
        const enough = sum(killed, ({ met }) => met.sent) + 4 + random() * 12;
        while (sum(killed, ({ met }) => met.sent) < enough) await Promise.race([pause(5), ...talking]);
        await pause(random() * 25);
        kills.push(Date.now());
        await stage.restart('SIGKILL');
      }
      isOver = true;
      await Promise.all(talking);

      const undisturbed = await enter(stage);
      await Promise.all(
        undisturbed.map(async (person, index) => {
          while (person.trips < (killed[index]?.trips ?? 0)) await trip(stage, person, () => 0);
        }),
      );
      await stage.program.end();

      const pairs = killed.map((person, index) => [person, undisturbed[index] ?? person] as const);
      for (const [person, same] of pairs) {
        expect(await intakesOf(stage, person.actor)).toEqual(await intakesOf(stage, same.actor));
        expect(posted.words(person.actor)).toEqual(posted.words(same.actor));
        expect(posted.doubles(same.actor)).toEqual([]);
      }
      expect(await rowsOf(stage, 'select * from kiku.outbox', [])).toEqual([]);
      expect(await rowsOf(stage, 'select * from kiku.dead_letter', [])).toEqual([]);
      const doubles = killed.flatMap(({ actor }) => posted.doubles(actor));
      // Only what was on its way, or just there, when a kill came.
      expect(doubles.filter(({ first, again }) => !kills.some((kill) => first > kill - IN_FLIGHT_MS && first < kill + 20 && again > kill))).toEqual(
        [],
      );
      process.stdout.write(
        `${on}, SEED=${SEED}: ${KILLS} kills, ${sum(killed, ({ met }) => met.sent)} activities in ${sum(killed, ({ trips }) => trips)} trips, ` +
          `${sum(killed, ({ met }) => met.interrupted)} of them interrupted, ${doubles.length} messages doubled\n`,
      );
    } finally {
      isOver = true;
      posted.end();
      await stage.close();
    }
  }, 600_000);
});

function enter(stage: Stage): Promise<readonly Person[]> {
  return Promise.all(
    Array.from({ length: PEOPLE }, async (_, index) => ({
      actor: await stage.enter({ locale: index % 3 === 2 ? 'ja-JP' : 'en-GB' }),
      script: SCRIPTS[index % SCRIPTS.length] ?? [],
      met: new Met(),
      trips: 0,
    })),
  );
}

function sum(people: readonly Person[], of: (person: Person) => number): number {
  return people.reduce((total, person) => total + of(person), 0);
}

async function trip(stage: Stage, person: Person, think: () => number): Promise<void> {
  await goThrough(stage, person.actor, person.script, { think }, person.met);
  person.trips += 1;
}

/** Mulberry32: numbers from 0 to 1 that are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
