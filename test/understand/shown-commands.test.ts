import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { damaged } from './damage.ts';
import { read } from './lexicon.ts';
import { shownOutputs } from './shown-outputs.ts';

const STEPS = 'knowledge/steps';
const steps = z.record(z.string(), z.object({ risk: z.string(), commands: z.array(z.object({ text: z.string() })).default([]) }));

/** Every command that only reads. */
const commands = readdirSync(STEPS).flatMap((file) =>
  Object.values(steps.parse(parse(readFileSync(join(STEPS, file), 'utf8'))))
    .filter(({ risk }) => risk === 'R0')
    .flatMap((step) => step.commands.map(({ text }) => text)),
);
const shown = Object.entries(shownOutputs).flatMap(([command, outputs]) => outputs.map(([output, facts]) => [command, output, facts] as const));
const stated = (text: string) => Object.fromEntries(Object.entries(read(text).facts).map(([fact, { values }]) => [fact, values.join()]));

describe('the commands that Kiku shows', () => {
  it('are all known to whoever reads their output', () => {
    expect([...new Set(commands)].filter((command) => !(command in shownOutputs))).toEqual([]);
  });

  it.each(shown)('%s says only what it prints: %j', (command, output, facts) => {
    expect(stated(`C:\\Users\\kondo.e>${command}\n${output}\n\nC:\\Users\\kondo.e>`)).toEqual(facts);
    expect(stated(damaged.crlf(`${command}\n${damaged.stripped(output)}`))).toEqual(facts);
    expect(stated(`PS C:\\Windows\\system32> ${command}\n${damaged.html(output)}`)).toEqual(facts);
  });

  it.each(Object.keys(shownOutputs))('%s says nothing by itself', (command) => {
    expect(stated(command)).toEqual({});
  });
});
