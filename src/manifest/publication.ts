import { parseArgs } from 'node:util';

/** What differs from one organisation's Teams app to another's. */
export interface Publication {
  /** The id of the Teams app. */
  readonly appId: string;
  /** The id with which the bot was registered: `MICROSOFT_APP_ID`. */
  readonly botId: string;
  /** Where Kiku is reached. */
  readonly domain: string;
  readonly publisher: string;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
}

/** What was asked for on the command line, or why it cannot be done: all at once, a sentence each. */
export type Asked = { readonly publication: Publication; readonly out: string } | { readonly faults: readonly string[] };

const TEXT = { type: 'string' } as const;
const OPTIONS = { 'app-id': TEXT, 'bot-id': TEXT, domain: TEXT, publisher: TEXT, website: TEXT, privacy: TEXT, terms: TEXT, out: TEXT };
type Option = keyof typeof OPTIONS;

const USAGE = 'npm run package -- --app-id GUID --bot-id GUID --domain kiku.example.com';
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const NOBODY = '00000000-0000-0000-0000-000000000000';
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
// Its last part has a letter, which no address of numbers has.
const DOMAIN = new RegExp(`^(?=.{4,253}$)(?:${LABEL}\\.)+(?=[a-z0-9-]*[a-z])${LABEL}$`);
/** Microsoft's limit, in characters. */
const LONGEST_PUBLISHER = 32;

/** Reads the arguments of `npm run package`. */
export function readPublication(args: readonly string[]): Asked {
  const faults: string[] = [];
  const given = options(args, faults);
  const appId = guid('app-id', given, 'a new GUID that you give the Teams app once and keep', faults);
  const botId = guid('bot-id', given, 'the GUID with which the bot is registered in Entra (MICROSOFT_APP_ID)', faults);
  const domain = domainOf(given.domain, faults);
  const publisher = given.publisher?.trim() ?? 'Kiku';
  const length = [...publisher].length;
  if (length === 0 || length > LONGEST_PUBLISHER) {
    faults.push(`--publisher must be a name of 1 to ${LONGEST_PUBLISHER} characters; this one has ${length}.`);
  }
  const page = (option: Option, path: string) => httpsOf(option, given[option] ?? `https://${domain}/${path}`, faults);
  const publication = {
    appId,
    botId,
    domain,
    publisher,
    website: page('website', 'about'),
    privacy: page('privacy', 'privacy'),
    terms: page('terms', 'terms'),
  };
  return faults.length > 0 ? { faults } : { publication, out: given.out ?? 'dist/kiku.zip' };
}

function options(args: readonly string[], faults: string[]): Partial<Record<Option, string>> {
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  const given: Partial<Record<Option, string>> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') {
      if (token.kind === 'positional') faults.push(`“${token.value}” belongs to no option. Usage: ${USAGE}`);
    } else if (!isOption(token.name)) {
      faults.push(
        `${token.rawName} is not known; there is ${Object.keys(OPTIONS)
          .map((name) => `--${name}`)
          .join(', ')}.`,
      );
    } else if (token.value === undefined || token.value.trim() === '') {
      faults.push(`${token.rawName} needs a value behind it.`);
    } else if (given[token.name] !== undefined) {
      faults.push(`${token.rawName} is given twice.`);
    } else {
      given[token.name] = token.value.trim();
    }
  }
  return given;
}

function isOption(name: string): name is Option {
  return Object.hasOwn(OPTIONS, name);
}

function guid(option: Option, given: Partial<Record<Option, string>>, what: string, faults: string[]): string {
  const value = given[option]?.toLowerCase().replace(/^\{(.*)\}$/, '$1');
  if (value === undefined) faults.push(`--${option} is missing: ${what}.`);
  else if (!GUID.test(value) || value === NOBODY) faults.push(`--${option} must be ${what}, such as 2f6b1c9e-4d0a-4b7e-9c3f-5a8d7e6b1c20.`);
  return value ?? '';
}

function domainOf(given: string | undefined, faults: string[]): string {
  const value = given?.toLowerCase() ?? '';
  if (given === undefined) faults.push('--domain is missing: the name under which Kiku is reached, such as kiku.example.com.');
  else if (!DOMAIN.test(value)) {
    faults.push('--domain must be a name such as kiku.example.com: without https://, path, port or stars, and no address in numbers.');
  }
  return value;
}

function httpsOf(option: Option, value: string, faults: string[]): string {
  const isFine = URL.parse(value)?.protocol === 'https:' && value.startsWith('https://') && !/\s/.test(value);
  if (!isFine && !faults.some((fault) => fault.startsWith('--domain'))) faults.push(`--${option} must be an address that begins with https://.`);
  return value;
}
