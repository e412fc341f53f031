import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Language, type Node, Parser } from 'web-tree-sitter';

export const INFRA = fileURLToPath(new URL('../../infra/', import.meta.url));

const GRAMMAR = join(dirname(createRequire(import.meta.url).resolve('tree-sitter-bicep/package.json')), 'tree-sitter-bicep.wasm');

/** A parameter of a file. */
export interface Declared {
  readonly name: string;
  readonly isSecure: boolean;
  readonly hasDefault: boolean;
}

/** A resource or a module of a file: where it is from, and what it is given. */
export interface Block {
  readonly symbol: string;
  /** `Microsoft.App/containerApps@2025-01-01`, or the path of the module. */
  readonly target: string;
  readonly isConditional: boolean;
  /** The names in `params` of a module. */
  readonly params: readonly string[];
  readonly body: Node;
}

/** A Bicep file, as far as a test looks at it. */
export interface Bicep {
  readonly file: string;
  readonly root: Node;
  /** Where it cannot be parsed, as `file:line: text`. */
  readonly faults: readonly string[];
  readonly params: readonly Declared[];
  readonly variables: readonly string[];
  readonly resources: readonly Block[];
  readonly modules: readonly Block[];
  readonly outputs: ReadonlyMap<string, Node>;
}

/** Reads files of `infra/`. A file of parameters is read as the variables that it looks like, because the grammar does not know it. */
export async function bicepReader(): Promise<(file: string) => Bicep> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(GRAMMAR));
  return (file) => {
    const text = readFileSync(join(INFRA, file), 'utf8');
    return read(file, parser, file.endsWith('.bicepparam') ? text.replace(/^using .*$/m, '').replaceAll(/^param /gm, 'var ') : text);
  };
}

/** A text that is in no file. */
export async function bicepOf(text: string): Promise<Bicep> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(GRAMMAR));
  return read('text', parser, text);
}

/** Every node below this one, itself first. */
export function within(node: Node): readonly Node[] {
  return [node, ...node.namedChildren.flatMap(within)];
}

/** Of an object of the file, what stands under this key; `null` when nothing does. */
export function under(object: Node, key: string): Node | null {
  const property = propertiesOf(object).find((one) => one.namedChildren[0]?.text === key);
  return property?.namedChildren[1] ?? null;
}

/** The text of a string without parts that are worked out; `null` for anything else. */
export function literal(node: Node | null): string | null {
  if (node === null || node.type !== 'string' || node.namedChildren.some(({ type }) => type !== 'string_content')) return null;
  return node.text.slice(1, -1);
}

/** The names that a part of a file refers to: identifiers that are neither keys nor functions nor the parts behind a dot. */
export function namesIn(node: Node): ReadonlySet<string> {
  const isKey = (one: Node) => one.parent?.type === 'object_property' && one.parent.namedChildren[0]?.id === one.id;
  const isFunction = (one: Node) => one.parent?.type === 'call_expression' && one.parent.childForFieldName('function')?.id === one.id;
  const isDeclared = (one: Node) => /_declaration$/.test(one.parent?.type ?? '') && one.parent?.namedChildren[0]?.id === one.id;
  const identifiers = within(node).filter((one) => one.type === 'identifier' && !isKey(one) && !isFunction(one) && !isDeclared(one));
  return new Set(identifiers.map((one) => one.text));
}

/** Of objects that stand in a declaration, in its condition, or in its loop: the first, which is the body. */
export function propertiesOf(node: Node): readonly Node[] {
  return node.namedChildren.filter(({ type }) => type === 'object_property');
}

function read(file: string, parser: Parser, text: string): Bicep {
  const tree = parser.parse(text);
  if (tree === null) throw new Error(`${file} could not be read at all.`);
  const root = tree.rootNode;
  const declarations = (type: string) => root.namedChildren.filter((node) => node.type === type);
  return {
    file,
    root,
    faults: faultsIn(root).map((node) => `${file}:${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`),
    params: declarations('parameter_declaration').map((node) => ({
      name: nameOf(node),
      isSecure: decoratorsOf(node).some((text) => text.includes('secure()')),
      hasDefault: node.namedChildren.length > 2,
    })),
    variables: declarations('variable_declaration').map(nameOf),
    resources: declarations('resource_declaration').map(blockOf),
    modules: declarations('module_declaration').map(blockOf),
    outputs: new Map(declarations('output_declaration').map((node) => [nameOf(node), node])),
  };
}

function blockOf(node: Node): Block {
  const body = within(node).find(({ type }) => type === 'object') ?? node;
  const params = under(body, 'params');
  return {
    symbol: nameOf(node),
    target: literal(node.namedChildren[1] ?? null) ?? '',
    isConditional: node.namedChildren.some(({ type }) => type === 'if_statement'),
    params: params === null ? [] : propertiesOf(params).map((property) => property.namedChildren[0]?.text ?? ''),
    body,
  };
}

function nameOf(declaration: Node): string {
  return declaration.namedChildren[0]?.text ?? '';
}

/** They stand before their declaration, as a neighbour. */
function decoratorsOf(declaration: Node): readonly string[] {
  const before = declaration.previousNamedSibling;
  return before?.type === 'decorators' ? before.namedChildren.map(({ text }) => text) : [];
}

function faultsIn(node: Node): readonly Node[] {
  if (node.isError || node.isMissing) return [node];
  return node.hasError ? node.children.flatMap(faultsIn) : [];
}
