import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Receiver } from '../observe/receiver.ts';
import { type Actor, Stage } from './stage.ts';

/** In attributes, names of spans, and anywhere else in what is sent. */
const PRIVATE = ['Zwetschgenkuchen', '8004de40', 'robin.geheim@contoso.example', '203.0.113.77', 'Robin', 'Doe', 'OneDrive'];

let receiver: Receiver;
let stage: Stage;
let robin: Actor;

beforeAll(async () => {
  receiver = await Receiver.open();
  stage = await Stage.open('postgresql', {
    LOG_LEVEL: 'info',
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a%20secret',
    APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=11111111-2222-3333-4444-555555555555;IngestionEndpoint=${receiver.url}/`,
  });
  robin = await stage.enter();
  await robin.say('OneDrive 0x8004de40 on Windows 10, I am robin.geheim@contoso.example and baked Zwetschgenkuchen');
  await robin.sees('answer web');
  stage.teams.faults.inject({ conversation: robin.person.conversation, kind: 'forbidden', code: 'BotDisabledByAdmin', on: 'post' });
  await robin.say('it works in the browser, 203.0.113.77');
  await stage.board('PATCH', '/OD900001', { isOn: true });
  await plannedAlerts(stage);
  // What is left is sent when it stops.
  await stage.program.end();
}, 60_000);
afterAll(async () => {
  await stage.close();
  await receiver.close();
});

/** Resolves when the change of the advisory is planned, which a job does. */
async function plannedAlerts({ env }: Stage): Promise<void> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  const end = Date.now() + 20_000;
  const planned = async () => (await client.query('select 1 from kiku.fan_out where planned_at is not null')).rows.length > 0;
  while (!(await planned())) {
    if (Date.now() > end) throw new Error('No alert was planned.');
    await pause(50);
  }
  await client.end();
}

const valuesOf = (name: string) =>
  receiver.metrics
    .findLast((metric) => metric.name === name)
    ?.values.map(({ value, attributes }) => ({ value, ...Object.fromEntries(attributes.map((one) => [one.name, one.value])) })) ?? [];

describe('telemetry', () => {
  it('traces a turn with what it asks of the database and of Teams', () => {
    const turn = receiver.spans.find(({ name, attributes }) => name === 'turn' && attributes.some(({ value }) => value === 'web'));
    const parts = receiver.spans.filter(({ parentSpanId }) => parentSpanId === turn?.spanId).map(({ name }) => name);

    expect(turn?.attributes).toEqual(
      expect.arrayContaining([
        { name: 'said', value: 'text' },
        { name: 'outcome', value: 'saved' },
        { name: 'asked', value: 'web' },
      ]),
    );
    expect(parts).toEqual(['db load', 'db save', 'teams post', 'db settle']);
  });

  it('traces a job with what it asks of the database', () => {
    const job = receiver.spans.find(({ name }) => name === 'job plan-alerts');
    const parts = receiver.spans.filter(({ traceId }) => traceId === job?.traceId).map(({ name }) => name);

    expect(parts).toEqual(expect.arrayContaining(['db candidates', 'db endPlanning']));
    expect(valuesOf('kiku.job.runs')).toContainEqual({ value: 1, queue: 'plan-alerts', result: 'done' });
  });

  it('measures turns, questions, sends by status, and what waits', () => {
    expect(valuesOf('kiku.turn.duration')).toContainEqual({ value: 2, said: 'text', where: 'personal', outcome: 'saved' });
    expect(valuesOf('kiku.questions')).toContainEqual({ value: 1, fact: 'web' });
    expect(valuesOf('kiku.sends')).toEqual(expect.arrayContaining([{ value: 1, status: 'gone', kind: 'post' }]));
    expect(valuesOf('kiku.outbox.age')).toEqual([{ value: 0 }]);
    expect(valuesOf('kiku.poll.age')[0]?.value).toBeLessThan(60);
    expect(valuesOf('kiku.cases.waiting')).toEqual([{ value: 0 }]);
    expect(valuesOf('kiku.dead_letters')).toEqual([{ value: 0 }]);
  });

  it('names the trace in the log', () => {
    const logged = stage.program
      .output()
      .stderr.split('\n')
      .filter((line) => line.includes('"msg":"turn"'))
      .map((line) => JSON.parse(line).trace);

    expect(logged.length).toBeGreaterThan(0);
    expect(receiver.spans.filter(({ name }) => name === 'turn').map(({ traceId }) => traceId)).toEqual(expect.arrayContaining(logged));
  });

  it('sends the headers that are asked for, and no secret anywhere else', () => {
    expect(receiver.headers[receiver.paths.indexOf('/v1/traces')]).toMatchObject({ 'api-key': 'a secret' });
    expect(receiver.bodies.join()).not.toContain('a secret');
  });

  it('says the same to Application Insights', () => {
    const items = receiver.bodies.filter((_, index) => receiver.paths[index] === '/v2.1/track').flatMap((body) => JSON.parse(body));
    const ofKind = (kind: string) => items.filter(({ data }) => data.baseType === kind).map(({ data }) => data.baseData);

    expect(new Set(items.map(({ iKey }) => iKey))).toEqual(new Set(['11111111-2222-3333-4444-555555555555']));
    expect(ofKind('RequestData')).toContainEqual(
      expect.objectContaining({
        name: 'turn',
        success: true,
        duration: expect.stringMatching(/^\d\d:\d\d:\d\d\.\d{7}$/),
        properties: expect.objectContaining({ asked: 'web' }),
      }),
    );
    expect(ofKind('RemoteDependencyData')).toContainEqual(expect.objectContaining({ name: 'teams post', success: false, resultCode: 'gone' }));
    expect(ofKind('MetricData').flatMap(({ metrics }) => metrics)).toContainEqual(expect.objectContaining({ name: 'kiku.turn.duration', count: 2 }));
  });

  it('holds nothing of anybody in any attribute or anywhere else', () => {
    expect(receiver.attributes.map(({ name }) => name).filter((name) => !KNOWN.has(name))).toEqual([]);
    expect([...PRIVATE, robin.person.conversation].filter((words) => receiver.bodies.some((body) => body.includes(words)))).toEqual([]);
  });
});

/** Attributes that hold kinds, codes, counts and ids of the knowledge. Whoever adds one says here that it holds nothing of anybody. */
const KNOWN = new Set([
  'service.name',
  'service.instance.id',
  'said',
  'where',
  'outcome',
  'asked',
  'step',
  'ended',
  'tries',
  'decideMs',
  'fact',
  'status',
  'kind',
  'code',
  'queue',
  'result',
]);
