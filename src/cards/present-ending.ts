import { toldCode } from '../knowledge/told-code.ts';
import { shownCode } from '../read-back.ts';
import type { FactName } from '../triage/facts.ts';
import type { StepId } from '../triage/playbook.ts';
import type { TriedStep, View } from '../views.ts';
import { button, sendButton } from './buttons.ts';
import { codeLines, codeTexts } from './code-in-words.ts';
import { ending, outcomeOf, type Section, section, stepTitle } from './ending-parts.ts';
import { factRows, valuesInWords } from './facts-in-words.ts';
import { escapeMarkdown } from './markdown.ts';
import { alongPart } from './present-own-case.ts';
import type { Presented } from './presented.ts';
import { sourcesLine } from './sources.ts';
import type { Words } from './words.ts';

type ViewOf<Kind extends View['kind']> = Extract<View, { kind: Kind }>;

/** Why it ends here, and what happens next. The case so far is there to be looked at before it is sent. */
export function presentStop(view: ViewOf<'stop'>, words: Words): Presented {
  const stop = words.knowledge.stops.get(view.stop.id);
  if (stop === undefined) throw new Error(`The stop "${view.stop.id}" is to be shown, but the knowledge does not have it.`);
  const code = view.stop.id === 'unknown-code' ? toldCode(view.facts, words.knowledge) : null;
  const sections = caseSections(view, words);
  const advisory = view.stop.advisory === null ? [] : [words.say('stop.advisory', { advisory: view.stop.advisory })];
  const { content } = view;
  const pass = content !== undefined ? [words.say('own-case.offer-stop')] : view.stop.kind === 'escalate' ? [words.say('stop.pass-on')] : [];
  const along = content === undefined ? [] : alongPart(content, words);
  const canBeShown = content === undefined ? sections.length > 0 : along.length > 0;
  return ending(code === null ? words.of(stop.title) : words.label('label.code-title', { code: shownCode(code.code) }), {
    texts: [...(code === null ? [words.of(stop.body)] : codeTexts(code, words)), ...advisory, ...pass],
    along,
    sections: content === undefined ? sections : [],
    areShown: false,
    toggles: canBeShown ? [{ title: words.label(content === undefined ? 'button.show-sent' : 'button.show-along') }] : [],
    sources: sourcesLine(code?.sources ?? stop.sources, words),
    first: [
      content === undefined
        ? button(words.label('button.send-helpdesk'), { do: 'person', ...view.place }, 'positive')
        : sendButton(words.label('button.send'), { do: 'send', ...view.place }),
    ],
    buttons: [
      button(words.label('button.change-answer'), { do: 'change', ...view.place }),
      button(words.label('button.new'), { do: 'new', ...view.place }),
    ],
  });
}

/** The first success ends it. */
export function presentSolved(view: ViewOf<'solved'>, words: Words): Presented {
  return ending(words.label('solved.title'), {
    texts: [
      view.step === null ? words.say('solved.by-itself') : words.say('solved.body', { step: stepTitle(view.step, words) }),
      words.say('solved.again'),
    ],
    buttons: [button(words.label('button.new'), { do: 'new', ...view.place })],
  });
}

/** The whole case in words, for a person at the helpdesk to read. */
export function presentHandover(view: ViewOf<'handover'>, words: Words): Presented {
  const link = view.contact?.startsWith('https://') ? view.contact : null;
  const { contact } = view;
  const isEmpty = Object.keys(view.facts).length === 0 && view.tried.length === 0;
  const pass = contact === null || link !== null ? words.say('handover.no-contact') : words.say('handover.contact', { contact });
  const reach = contact === null || link !== null ? [] : [words.say('handover.reach', { contact })];
  return ending(words.label('handover.title'), {
    texts: isEmpty ? [words.say('handover.nothing-known'), ...reach] : [words.say('handover.body'), pass],
    sections: [
      ...(isEmpty ? [] : caseSections(view, words)),
      ...section('label.codes', codeLines(view.facts, words), words),
      ...section(
        'label.for-helpdesk',
        view.forHelpdesk.map((step) => escapeMarkdown(stepTitle(step, words))),
        words,
      ),
      ...section('label.advisories', view.advisories.map(escapeMarkdown), words),
    ],
    links: link === null ? [] : [{ title: words.label('button.open-helpdesk'), url: link }],
    buttons: [button(words.label('button.new'), { do: 'new', ...view.place })],
  });
}

function caseSections(view: ViewOf<'stop' | 'handover'>, words: Words): readonly Section[] {
  const tried = inPlaybookOrder(view.tried, words).map((one) => `${escapeMarkdown(stepTitle(one.step, words))}: ${outcomeOf(one, words)}`);
  return [
    ...section(
      'label.facts',
      factRows(view.facts, words).map((row) => `${escapeMarkdown(row.title)}: ${escapeMarkdown(row.value)}${otherwise(row.fact, view, words)}`),
      words,
    ),
    ...section('label.tried', tried.length === 0 ? [words.say('handover.nothing-tried')] : tried, words),
  ];
}

/** What was said of `fact` otherwise: whoever takes over may find that it was right. */
function otherwise(fact: FactName, { facts, contradictions = [] }: ViewOf<'stop' | 'handover'>, words: Words): string {
  const sides = contradictions.filter((one) => one.fact === fact).flatMap(({ earlier, later }) => [earlier.values[0], later.values[0]]);
  const others = [...new Set(sides)].filter((value) => value !== undefined).filter((value) => value !== facts[fact]?.values[0]);
  return others.length === 0 ? '' : words.say('label.also-said', { values: valuesInWords(fact, others, words) });
}

/** Stored outcomes have no order of their own; that of the branch with most of them is the one in which they were shown. */
function inPlaybookOrder(tried: readonly TriedStep[], words: Words): readonly TriedStep[] {
  const branches = [...words.knowledge.problems.values()].flatMap((problem) => problem.branches.map((branch) => branch.steps));
  const shared = (steps: readonly StepId[]) => tried.filter(({ step }) => steps.includes(step)).length;
  const order = branches.sort((one, other) => shared(other) - shared(one)).flat();
  return [...tried].sort((one, other) => order.indexOf(one.step) - order.indexOf(other.step));
}
