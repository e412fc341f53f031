import type { View } from '../views.ts';
import { beginningOf, headlineOf, nextUpdateOf, statusOf } from './advisory-in-words.ts';
import { type Button, button } from './buttons.ts';
import { escapeMarkdown } from './markdown.ts';
import { ago, knownTimeZone, moment } from './moments.ts';
import type { Presented } from './presented.ts';
import type { Words } from './words.ts';

type AdvisoryView = Extract<View, { kind: 'advisory' }>;

/** About what is read of Microsoft's text before one looks the advisory up. */
const LONGEST_TEXT = 900;

/** What Microsoft has reported, in our frame: what it means for this person, why we think of it, how fresh it is; Microsoft's own words last. */
export function presentAdvisory(view: AdvisoryView, words: Words, usualTimeZone: string): Presented {
  const { advisory } = view;
  const timeZone = knownTimeZone(view.timeZone, usualTimeZone);
  const at = (time: number) => moment(time, view.freshness.now, words.language, timeZone);
  const row = (key: string, value: string) => ({ title: words.label(key), value });
  const { paragraphs, isCut } = beginningOf(advisory.text, LONGEST_TEXT);
  const title = words.label(advisory.kind === 'message' ? 'advisory.title-message' : 'advisory.title');
  return {
    template: 'advisory',
    summary: `${title}: ${advisory.id}`,
    data: {
      title,
      id: escapeMarkdown(advisory.id),
      headline: headlineOf(advisory),
      meaning: meaningOf(view, words),
      steps: stepsThatAnswer(view, words),
      rows: [
        row('label.service', advisory.services.map(escapeMarkdown).join(words.label('label.list-separator'))),
        ...(advisory.kind === 'issue' ? [row('label.status', statusOf(advisory, words))] : []),
        row('label.began', escapeMarkdown(at(advisory.startAt))),
        row('label.updated', escapeMarkdown(at(advisory.updatedAt))),
        ...(advisory.isResolved ? [] : [row('label.next-update', nextUpdateOf(advisory, at, words))]),
      ].filter(({ value }) => value !== ''),
      reasons: reasonsOf(view, words),
      freshness: freshnessOf(view, words),
      microsoft: paragraphs.length === 0 ? [] : [{ label: words.say('label.microsoft-text'), paragraphs: paragraphs.map((text) => ({ text })) }],
      isTextShown: view.isBlocking,
      toggles: view.isBlocking || paragraphs.length === 0 ? [] : [{ title: words.label('label.microsoft-text') }],
      cut: isCut ? words.say('advisory.cut', { id: advisory.id }) : '',
      buttons: buttonsOf(view, words),
    },
  };
}

function meaningOf(view: AdvisoryView, words: Words): string {
  if (view.advisory.isResolved || view.relevance.grade === 'background') return words.say('advisory.background');
  if (view.relevance.remedy === 'customer') return words.say(view.relevance.steps.length > 0 ? 'advisory.act' : 'advisory.act-unknown');
  return words.say(view.isBlocking ? 'advisory.wait' : 'advisory.possible');
}

function stepsThatAnswer(view: AdvisoryView, words: Words): readonly { readonly text: string }[] {
  const isOpen = !view.advisory.isResolved && view.relevance.remedy === 'customer';
  const steps = isOpen ? view.relevance.steps.map((id) => words.knowledge.steps.get(id)).filter((step) => step !== undefined) : [];
  return steps.map((step) => ({ text: escapeMarkdown(words.of(step.title)) }));
}

function reasonsOf(view: AdvisoryView, words: Words): string {
  const reasons = view.relevance.reasons.map((key) => words.say(key)).join(words.label('label.separator'));
  return reasons === '' ? '' : `**${words.say('label.reasons')}:** ${reasons}`;
}

function freshnessOf({ freshness }: AdvisoryView, words: Words): string {
  return words.say(freshness.isFailing ? 'note.data-stale' : 'note.data-age', { age: ago(freshness.readAt, freshness.now, words) });
}

function buttonsOf(view: AdvisoryView, words: Words): readonly Button[] {
  const ofAdvisory = { ...view.place, advisory: view.advisory.id };
  const notMine = button(words.label('button.not-mine'), { do: 'not-mine', ...ofAdvisory });
  const on = !view.isFollowed;
  const follow = button(words.label(on ? 'button.tell-me' : 'button.tell-me-not'), { do: 'follow', on, advisory: view.advisory.id });
  if (!view.isBlocking) return [follow, notMine];
  return [
    button(words.label('button.harmless-steps'), { do: 'go-on', ...ofAdvisory }),
    follow,
    notMine,
    button(words.label('button.person'), { do: 'person', ...view.place }),
  ];
}
