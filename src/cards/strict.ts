import { isDeepStrictEqual } from 'node:util';

/** What is safe everywhere: cards of connectors may have 28 KB, counted as UTF-16. */
export const LARGEST_CARD_BYTES = 28 * 1024;

/** What Teams shows of one set of actions; the rest would be hidden. */
const MOST_ACTIONS = 6;

const LANGUAGES: readonly unknown[] = ['en', 'ja'];

/** Adaptive Cards 1.5, as far as Teams shows it to everybody: no CodeBlock (not on phones), no Media. */
const TYPES = new Set(
  [
    'AdaptiveCard TextBlock RichTextBlock TextRun Image ImageSet Container ColumnSet Column FactSet Table TableRow TableCell ActionSet'.split(' '),
    'Input.Text Input.ChoiceSet Input.Toggle Input.Number Input.Date Input.Time'.split(' '),
    // Teams' own, in what is for it alone.
    'mention',
    'Action.Execute Action.Submit Action.OpenUrl Action.ShowCard Action.ToggleVisibility'.split(' '),
  ].flat(),
);

type Node = Readonly<Record<string, unknown>>;
type Rule = (node: Node) => string | null;

/** Whom Teams lets people pick: those of the conversation, or, in a private chat, of the organisation. */
const PICKED_FROM = ['graph.microsoft.com/users?scope=currentContext', 'graph.microsoft.com/users'];
const PICKER = 'choices.data';

/** How large `card` is on the wire, in bytes of UTF-16. */
export function sizeOf(card: unknown): number {
  return JSON.stringify(card).length * 2;
}

/** Refuses a card that Teams would not show as it is meant: throws with one sentence for every fault, naming `template` and the place. */
export function refuseFaults(template: string, card: Node): void {
  const faults = [...rootFaults(card), ...nodeFaults(card, ''), ...duplicateIds(card)];
  if (faults.length > 0) throw new Error(`The card "${template}" must not be sent. ${faults.join(' ')}`);
}

function rootFaults(card: Node): readonly string[] {
  return [
    card.type === 'AdaptiveCard' ? null : 'Its root is not an AdaptiveCard.',
    card.version === '1.5' ? null : `Its version is ${JSON.stringify(card.version)}, but Teams shows 1.5.`,
    LANGUAGES.includes(card.lang) ? null : `Its language is ${JSON.stringify(card.lang)}, which is none that Kiku speaks.`,
    sizeOf(card) <= LARGEST_CARD_BYTES ? null : `It has ${sizeOf(card)} bytes as UTF-16; ${LARGEST_CARD_BYTES} are safe.`,
  ].filter((fault) => fault !== null);
}

const RULES: readonly Rule[] = [
  (node) =>
    node.type === undefined || TYPES.has(String(node.type))
      ? null
      : `has the type ${JSON.stringify(node.type)}, which Teams does not show everywhere`,
  (node) => (isInput(node) && isBlank(node.label) ? 'is an input without a label' : null),
  (node) => (isInput(node) && isBlank(node.id) ? 'is an input without an id, so its answer would not be sent' : null),
  (node) =>
    Array.isArray(node.actions) && node.actions.length > MOST_ACTIONS ? `has ${node.actions.length} actions; Teams shows ${MOST_ACTIONS}` : null,
  (node) =>
    node.type === 'Action.Execute' && !hasSameFallback(node) ? 'is an Action.Execute without a fallback Action.Submit with the same data' : null,
  (node) => ((node.type === 'TextBlock' || node.type === 'TextRun') && isBlank(node.text) ? 'has no text' : null),
  (node) => (PICKER in node && !isPicker(node) ? 'asks for choices in a way that Teams does not document for people' : null),
  (node) => (isAction(node) && isBlank(node.title) ? 'is an action without a title' : null),
  (node) => ('selectAction' in node && !isNode(node.selectAction) ? 'has a select action that is none' : null),
  (node) =>
    node.type === undefined && 'title' in node && (isBlank(node.title) || isBlank(node.value)) ? 'is a fact or choice without title or value' : null,
  (node) => (['url', 'iconUrl', 'backgroundImage'].some((key) => key in node && !isHttps(node[key])) ? 'has an address that is not https' : null),
];

/** Every fault in `node` and below it. What an action sends back is no part of the look. */
function nodeFaults(node: unknown, place: string): readonly string[] {
  if (typeof node === 'string') return node.includes('${') ? [`${place} still has "\${": the template names something it was not given.`] : [];
  if (Array.isArray(node)) return node.flatMap((item, index) => nodeFaults(item, `${place}[${index}]`));
  if (!isNode(node)) return [];
  const own = RULES.map((rule) => rule(node)).filter((fault) => fault !== null);
  const below = Object.entries(node).flatMap(([key, value]) =>
    key === 'data' || key === PICKER ? templateFaults(value, at(place, key)) : nodeFaults(value, at(place, key)),
  );
  return [...own.map((fault) => `${place === '' ? 'The root' : place} ${fault}.`), ...below];
}

function templateFaults(data: unknown, place: string): readonly string[] {
  return JSON.stringify(data)?.includes('${') ? [`${place} still has "\${": the template names something it was not given.`] : [];
}

function duplicateIds(card: Node): readonly string[] {
  const ids = idsOf(card);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `The id "${id}" stands in it more than once.`);
}

function idsOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(idsOf);
  if (!isNode(node)) return [];
  const own = typeof node.id === 'string' ? [node.id] : [];
  return [...own, ...Object.entries(node).flatMap(([key, value]) => (key === 'data' ? [] : idsOf(value)))];
}

function hasSameFallback(node: Node): boolean {
  const { fallback } = node;
  return isNode(fallback) && fallback.type === 'Action.Submit' && isDeepStrictEqual(fallback.data, node.data);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Just one person, and nothing else in the question. */
function isPicker({ [PICKER]: query, type, isMultiSelect }: Node): boolean {
  const isAsked = PICKED_FROM.some((dataset) => isDeepStrictEqual(query, { type: 'Data.Query', dataset }));
  return isAsked && type === 'Input.ChoiceSet' && isMultiSelect === undefined;
}

function isInput(node: Node): boolean {
  return typeof node.type === 'string' && node.type.startsWith('Input.');
}

function isAction(node: Node): boolean {
  return typeof node.type === 'string' && node.type.startsWith('Action.');
}

function isBlank(value: unknown): boolean {
  return typeof value !== 'string' || /^[ \t\r\n]*$/.test(value);
}

function isHttps(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('https://');
}

function at(place: string, key: string): string {
  return place === '' ? key : `${place}.${key}`;
}
