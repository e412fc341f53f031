import type { FanOut, Progress } from '../alert-ports.ts';
import type { Tap } from '../taps.ts';
import type { View } from '../views.ts';
import { type Button, button, sendButton } from './buttons.ts';
import { escapeMarkdown, plainLine } from './markdown.ts';
import { moment } from './moments.ts';
import type { Presented } from './presented.ts';
import type { Words } from './words.ts';

type FanOutView = Extract<View, { kind: 'fan-out' }>;
type Act = Extract<Tap, { do: 'fan-out' }>['act'];
type Stage = 'planning' | 'about-to' | 'sending' | 'waiting' | 'held' | 'paused' | 'stopped' | 'cancelled' | 'done' | 'nobody';

/** What the helpdesk may add, in characters. */
const LONGEST_SENTENCE = 300;
const LONGEST_TEXT = 600;

/** What is about to be told to people, or is being told, and how far that is; with the ways to hold it. */
export function presentFanOut(view: FanOutView, words: Words, timeZone: string): Presented {
  const { fanOut, progress, now } = view;
  const { advisory } = fanOut;
  const stage = stageOf(fanOut, progress, now);
  const at = (time: number) => moment(time, now, words.language, timeZone);
  const changed = fanOut.transitions.map((transition) => words.label(`fan-out.${transition}`)).join(words.label('label.list-separator'));
  const text = plainLine(advisory.text).slice(0, LONGEST_TEXT);
  return {
    template: 'fan-out',
    summary: `${advisory.id}: ${words.label(`fan-out.stage-${stage}`, { time: '' }).trim()}`,
    data: {
      title: words.label('fan-out.title'),
      headline: `${escapeMarkdown(advisory.id)} — ${escapeMarkdown(plainLine(advisory.title).slice(0, LONGEST_SENTENCE))}`,
      stage: words.say(`fan-out.stage-${stage}`, { time: at(stage === 'about-to' ? fanOut.startsAt : (progress.nextDueAt ?? now)) }),
      style: stage === 'stopped' ? 'attention' : stage === 'held' || stage === 'paused' ? 'warning' : stage === 'done' ? 'good' : 'accent',
      rows: [
        { title: words.label('fan-out.what-changed'), value: escapeMarkdown(changed) },
        ...rowsOf(view, words),
        ...(fanOut.fault === null ? [] : [{ title: words.label('fan-out.fault'), value: escapeMarkdown(fanOut.fault) }]),
      ],
      sentence: fanOut.sentence === null ? '' : words.say('fan-out.added', { text: plainLine(fanOut.sentence.text), by: fanOut.sentence.by }),
      texts: text === '' ? [] : [{ text: escapeMarkdown(text) }],
      toggles: text === '' ? [] : [{ title: words.label('label.microsoft-text') }],
      input: { label: words.label('fan-out.sentence-label'), placeholder: words.label('fan-out.sentence-example'), longest: LONGEST_SENTENCE },
      inputs: isOver(stage) ? [] : [{ button: sentenceButton(fanOut, words) }],
      buttons: buttonsOf(fanOut, stage, words),
    },
  };
}

function stageOf(fanOut: FanOut, progress: Progress, now: number): Stage {
  if (fanOut.control === 'cancelled') return 'cancelled';
  if (fanOut.fault !== null && fanOut.control === 'paused') return 'stopped';
  if (fanOut.control === 'paused') return progress.sent > 0 ? 'paused' : 'held';
  if (fanOut.plannedAt === null) return 'planning';
  if (progress.waiting === 0) return progress.sent + progress.failed + progress.skipped === 0 ? 'nobody' : 'done';
  if (now < fanOut.startsAt) return 'about-to';
  return progress.nextDueAt !== null && progress.nextDueAt > now + 60_000 ? 'waiting' : 'sending';
}

function isOver(stage: Stage): boolean {
  return stage === 'cancelled' || stage === 'nobody';
}

function rowsOf({ progress, perSecond }: FanOutView, words: Words): readonly { readonly title: string; readonly value: string }[] {
  const count = (key: string, value: number) => (value === 0 ? [] : [{ title: words.label(key), value: `${value}` }]);
  const seconds = Math.ceil(progress.waiting / perSecond);
  const left =
    seconds < 90 ? words.say('fan-out.seconds', { count: `${seconds}` }) : words.say('fan-out.minutes', { count: `${Math.ceil(seconds / 60)}` });
  return [
    { title: words.label('fan-out.sent'), value: `${progress.sent}` },
    ...count('fan-out.waiting', progress.waiting),
    ...count('fan-out.failed', progress.failed),
    ...count('fan-out.skipped', progress.skipped),
    ...count('fan-out.in-doubt', progress.inDoubt),
    ...(progress.waiting === 0 ? [] : [{ title: words.label('fan-out.left'), value: left }]),
  ];
}

function buttonsOf(fanOut: FanOut, stage: Stage, words: Words): readonly Button[] {
  const act = (key: string, name: Act, style: Button['style'] = 'default') =>
    button(words.label(key), { do: 'fan-out', fanOut: fanOut.id, act: name }, style);
  const cancel = act('fan-out.cancel', 'cancel', 'destructive');
  if (stage === 'cancelled' || stage === 'done' || stage === 'nobody') return [];
  if (fanOut.control === 'paused') return [act('fan-out.resume', 'resume', 'positive'), cancel];
  const isBefore = stage === 'planning' || stage === 'about-to';
  return [act(isBefore ? 'fan-out.hold' : 'fan-out.pause', 'pause'), cancel];
}

function sentenceButton(fanOut: FanOut, words: Words): Button {
  return sendButton(words.label('fan-out.add'), { do: 'fan-out', fanOut: fanOut.id, act: 'sentence' });
}
