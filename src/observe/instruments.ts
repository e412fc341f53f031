import type { Counter, Histogram, Meter } from '@opentelemetry/api';
import type { Gauges } from '../telemetry-ports.ts';

/** The measures of Kiku; docs/observing.md says what they mean. */
export interface Instruments {
  readonly turns: Histogram;
  readonly questions: Counter;
  readonly endings: Counter;
  readonly sends: Counter;
  readonly sending: Histogram;
  readonly jobs: Counter;
}

/** In seconds; a turn takes some milliseconds, Teams up to seconds. */
const SECONDS = { unit: 's', advice: { explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30] } };

/** Gauges are not read again before this. */
const READ_EVERY_MS = 55_000;

export function createInstruments(meter: Meter): Instruments {
  return {
    turns: meter.createHistogram('kiku.turn.duration', SECONDS),
    questions: meter.createCounter('kiku.questions'),
    endings: meter.createCounter('kiku.endings'),
    sends: meter.createCounter('kiku.sends'),
    sending: meter.createHistogram('kiku.send.duration', SECONDS),
    jobs: meter.createCounter('kiku.job.runs'),
  };
}

/** Gauges are read when measures are sent, and by two receivers once. What cannot be read is left out. */
export function observeGauges(meter: Meter, read: () => Promise<Gauges>, clock: () => number): void {
  const observed = GAUGES.map(({ name, unit, pick }) => ({ gauge: meter.createObservableGauge(name, { unit }), pick }));
  let last: { readonly at: number; readonly reading: Promise<Gauges | null> } | null = null;
  meter.addBatchObservableCallback(
    async (result) => {
      if (last === null || clock() - last.at >= READ_EVERY_MS) last = { at: clock(), reading: read().catch(() => null) };
      const gauges = await last.reading;
      for (const { gauge, pick } of observed) {
        const value = gauges === null ? null : pick(gauges);
        if (value !== null) result.observe(gauge, value);
      }
    },
    observed.map(({ gauge }) => gauge),
  );
}

const GAUGES: readonly { readonly name: string; readonly unit: string; readonly pick: (gauges: Gauges) => number | null }[] = [
  { name: 'kiku.outbox.age', unit: 's', pick: ({ outboxAge }) => outboxAge / 1000 },
  { name: 'kiku.outbox.rows', unit: '', pick: ({ outboxRows }) => outboxRows },
  { name: 'kiku.poll.age', unit: 's', pick: ({ pollAge }) => (pollAge === null ? null : pollAge / 1000) },
  { name: 'kiku.cases.waiting', unit: '', pick: ({ casesWaiting }) => casesWaiting },
  { name: 'kiku.cases.overdue', unit: '', pick: ({ casesOverdue }) => casesOverdue },
  { name: 'kiku.dead_letters', unit: '', pick: ({ deadLetters }) => deadLetters },
  { name: 'kiku.jobs.dead', unit: '', pick: ({ deadJobs }) => deadJobs },
];
