import type { Message } from '../../src/ports.ts';
import { parseTap, type Tap } from '../../src/taps.ts';

type Node = Readonly<Record<string, unknown>>;

/** The card of `message`, or a failure that says what came instead. */
export function cardOf(message: Message): Node {
  if (message.kind !== 'card') throw new Error(`A card was expected, but this came: ${message.text}`);
  return message.card;
}

/** Every node below `node` that `is` one of those wanted, in reading order; what actions send back is left out. */
export function nodesIn(node: unknown, is: (node: Node) => boolean): readonly Node[] {
  if (Array.isArray(node)) return node.flatMap((item) => nodesIn(item, is));
  if (!isNode(node)) return [];
  const below = Object.entries(node).flatMap(([key, value]) => (key === 'data' || key === 'fallback' ? [] : nodesIn(value, is)));
  return is(node) ? [node, ...below] : below;
}

/** What every action of `message` sends back, as the turn will read it; a tap it would not understand fails here. */
export function tapsOf(message: Message): readonly Tap[] {
  return nodesIn(cardOf(message), (node) => node.type === 'Action.Execute').map((action) => {
    const tap = parseTap(action.data);
    if (tap === null) throw new Error(`No tap: ${JSON.stringify(action.data)}`);
    if (action.verb !== tap.do) throw new Error(`The verb "${String(action.verb)}" is not what is sent: "${tap.do}".`);
    return tap;
  });
}

/** All words that are seen on `message`. */
export function textsOf(message: Message): readonly string[] {
  return nodesIn(cardOf(message), (node) => typeof node.text === 'string').map((node) => String(node.text));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
