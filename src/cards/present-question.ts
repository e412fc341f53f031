import type { FactContent, ValueContent } from '../knowledge/content.ts';
import { candidatesOf, readBackPhrase, shownCode } from '../read-back.ts';
import type { Tap } from '../taps.ts';
import { type FactName, type Facts, type FactValue, UNKNOWN, valuesOf } from '../triage/facts.ts';
import type { View } from '../views.ts';
import { type Button, button, sendButton } from './buttons.ts';
import { meaningOf } from './code-in-words.ts';
import type { Presented } from './presented.ts';
import { understoodPart } from './understood.ts';
import type { Words } from './words.ts';

type QuestionView = Extract<View, { kind: 'question' }>;

const CODE: FactName = 'code';
const SYMPTOM: FactName = 'symptom';

/** What Teams shows of one set of actions. */
const MOST_ACTIONS = 6;

/** One question: what its answer changes, the likely answers as buttons, the rest in a list. */
export function presentQuestion(view: QuestionView, words: Words): Presented {
  const content = words.knowledge.facts.get(view.fact);
  if (content?.question == null) throw new Error(`The fact "${view.fact}" is asked, but the knowledge has no question for it.`);
  const { ask, why, again } = words.knowledge.problems.get(view.problem ?? '')?.asks.get(view.fact) ?? content.question;
  const asked = words.of(view.isAgain && again !== null ? again : ask);
  const isFree = content.pattern !== null;
  const offer = isFree ? [] : offerPart(view, words);
  const room = MOST_ACTIONS - 1 - (isFree ? 1 : 0) - offer.length;
  const { buttons, list } = view.readBack === undefined ? answersTo(offeredBy(content, view, room, words), view, room) : { buttons: [], list: [] };
  const toButton = (value: ValueContent): Button => button(words.of(value.label), answer(view, value.value));
  return {
    template: 'question',
    summary: asked,
    data: {
      notice: noticeOf(view, words),
      explanation: meaningOf(view.explain, words),
      ...understoodPart(view.asked === undefined ? view.facts : {}, view.place, words),
      ask: asked,
      why: words.of(why),
      input: isFree
        ? [{ label: words.label('label.code-input'), placeholder: words.label('label.code-example'), error: words.label('label.code-missing') }]
        : [],
      send: isFree ? [sendButton(words.label('button.answer'), answer(view, null))] : [],
      answers: [...confirmations(view, words), ...buttons.map(toButton)],
      others: list.length === 0 ? [] : [othersPart(list, view, words)],
      unknown: button(words.label('button.unknown'), answer(view, UNKNOWN)),
      offer,
    },
  };
}

/** One block of commands instead of this question and others, in a quiet line with a button. */
function offerPart(view: QuestionView, words: Words) {
  if (view.offersCheck !== true) return [];
  return [{ line: words.say('question.check-offer'), ...button(words.label('button.run-check'), { do: 'check', ...view.place }) }];
}

function noticeOf(view: QuestionView, words: Words): string {
  const { readBack, asked } = view;
  if (asked !== undefined) return words.say('question.asked', { by: asked.by });
  if (readBack !== undefined) {
    const codes = candidatesOf(readBack).map(shownCode).join(words.label('label.or'));
    return words.say(readBackPhrase(readBack), { code: shownCode(readBack.written), codes });
  }
  return view.isPuzzled ? words.say('question.puzzled') : '';
}

/** A code in doubt counts when it is confirmed. One that nobody knows can be insisted on. */
function confirmations(view: QuestionView, words: Words): readonly Button[] {
  const { written, codes } = view.readBack ?? { written: '', codes: [] };
  const title = (code: FactValue) =>
    code === written && codes[0] !== written ? words.label('button.as-written', { code: shownCode(code) }) : shownCode(code);
  return codes.map((code) => button(title(code), answer(view, code)));
}

/** Only what can lead somewhere: symptoms that the program can have, codes of the problem. Those of another would lead astray. */
function offeredBy(content: FactContent, view: QuestionView, room: number, words: Words): FactContent {
  const product = view.facts.product?.values[0];
  if (view.fact === SYMPTOM) return symptomsOf(product, content, words);
  const codes = words.knowledge.problems.get(view.problem ?? '')?.codes ?? codesOf(product, words);
  return view.fact === CODE && codes !== undefined ? withCodes(codes, content, room, words) : content;
}

/** Codes of the problems that the program can have; `undefined` while the program is not known. */
function codesOf(product: FactValue | undefined, words: Words): readonly FactValue[] | undefined {
  if (product === undefined || product === UNKNOWN) return undefined;
  const problems = [...words.knowledge.problems.values()].filter(({ symptoms }) => symptoms.some((row) => row.product === product));
  return problems.flatMap((problem) => problem.codes);
}

function symptomsOf(product: FactValue | undefined, content: FactContent, words: Words): FactContent {
  const rows = [...words.knowledge.problems.values()].flatMap((problem) => problem.symptoms).filter((row) => row.product === product);
  const values = content.values.filter(({ value }) => rows.some((row) => row.symptom === value));
  return values.length === 0 ? content : { ...content, values };
}

function withCodes(codes: readonly FactValue[], content: FactContent, room: number, words: Words): FactContent {
  const toValue = (value: FactValue): ValueContent => {
    const name = { en: shownCode(value), ja: shownCode(value) };
    return { value, label: name, short: name, isMain: true, isOffered: true };
  };
  const others = content.values.filter(({ value }) => !words.knowledge.codes.has(value));
  return { ...content, values: [...codes.slice(0, room - others.length).map(toValue), ...others] };
}

/** Asked again, only what the inexact answer may stand for is offered. The likely answers have buttons, the rest stand in a list. */
function answersTo(content: FactContent, view: QuestionView, room: number) {
  const refinements = view.isAgain ? refinementsOf(content, view.facts) : [];
  const offered = refinements.length > 0 ? refinements : content.values.filter((value) => isOffered(value));
  const main = offered.filter((value) => value.isMain);
  const likely = main.length > 0 ? main : offered;
  if (likely.length === offered.length && offered.length <= room) return { buttons: offered, list: [] };
  const buttons = likely.slice(0, room - 1);
  return { buttons, list: offered.filter((value) => !buttons.includes(value)) };
}

/** Whether it stands among the answers. */
export function isOffered({ isOffered, value }: ValueContent): boolean {
  return isOffered && value !== UNKNOWN;
}

function refinementsOf(content: FactContent, facts: Facts): readonly ValueContent[] {
  const exact = (valuesOf(facts, content) ?? []).flatMap((value) => content.imprecise.get(value) ?? []);
  return content.values.filter((value) => exact.includes(value.value));
}

/** The answers that have no button, in a list. */
export function othersPart(list: readonly ValueContent[], view: QuestionView, words: Words) {
  return {
    title: words.label('button.other-answers'),
    label: words.label('label.other-values'),
    placeholder: words.label('label.pick'),
    error: words.label('label.pick'),
    choices: list.map((value) => ({ title: words.of(value.label), value: value.value })),
    send: sendButton(words.label('button.choose'), answer(view, null)),
  };
}

/** The tap that answers `view` with `value`; with what was typed or picked when that is `null`. */
export function answer(view: QuestionView, value: FactValue | null): Tap {
  const given = { fact: view.fact, ...(value === null ? {} : { value }) };
  if (view.asked !== undefined) return { do: 'case-answer', case: view.asked.case, ...given };
  return { do: 'answer', ...view.place, ...given };
}
