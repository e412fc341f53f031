import type { FactValue } from '../../triage/facts.ts';
import { type Found, found, type Paste } from './paste.ts';

const AUTH = /(?<![a-z])DeviceAuthStatus\s?(?:[:=]|is|が|は)?\s?(SUCCESS(?![a-z])|FAILED\.?\s?Device\sis\seither\sdisabled\sor\sdeleted)/i;
/** Words before a number may be those of the service: `AADSTS50155: Device authentication failed`, `invalid_grant`. */
const SERVER_ERROR = /Server\sError\s(?:Code|Description)\s?[:=]\s?[^:]{0,40}?AADSTS\s?([0-9]{5,7})(?![0-9])/gi;
const CLIENT_ERROR = /(?<![a-z])(?:Client\sErrorCode|Server\sError\s?Code)\s?[:=]\s?(?:0x)?(80[0-9a-f]{6})(?![0-9a-f])/gi;

/** The three fields that tell how a device is joined. */
const [ENTRA, DOMAIN, WORKPLACE] = [fieldOf('AzureAdJoined'), fieldOf('DomainJoined'), fieldOf('WorkplaceJoined')];

/** Reads `dsregcmd /status`: how the device is joined, whether Entra still knows it, and the error of the last sign-in. */
export function readDeviceState(paste: Paste): readonly Found[] {
  return [...readJoin(paste), ...readAuth(paste), ...readErrors(paste)];
}

function readJoin({ text }: Paste): readonly Found[] {
  const [entra, domain, workplace] = [ENTRA.exec(text), DOMAIN.exec(text), WORKPLACE.exec(text)];
  const value = joinOf(isYes(entra), isYes(domain), isYes(workplace));
  return value === null || entra === null ? [] : [found('join', value, entra)];
}

function fieldOf(name: string): RegExp {
  return new RegExp(`(?<![a-z])${name}\\s?(?:[:=]|is|が|は)?\\s?(YES|NO)(?![a-z])`, 'i');
}

function isYes(match: RegExpMatchArray | null): boolean | null {
  return match === null ? null : match[1]?.toUpperCase() === 'YES';
}

/** Every field that decides it must be there. */
function joinOf(entra: boolean | null, domain: boolean | null, workplace: boolean | null): FactValue | null {
  if (entra === true) return domain === null ? null : domain ? 'hybrid' : 'entra';
  if (entra === null || workplace === null) return null;
  if (workplace) return 'registered';
  return domain === null ? null : domain ? 'domain' : 'none';
}

function readAuth({ text }: Paste): readonly Found[] {
  const match = AUTH.exec(text);
  return match === null ? [] : [found('device-auth', /^SUCCESS/i.test(match[1] ?? '') ? 'success' : 'disabled', match)];
}

/** `Attempt Status` and `HTTP Error` say how Windows called it, not which error the person has. */
function readErrors({ text }: Paste): readonly Found[] {
  const server = [...text.matchAll(SERVER_ERROR)].map((match) => found('code', `aadsts${match[1]}`, match));
  const client = [...text.matchAll(CLIENT_ERROR)].map((match) => found('code', `0x${(match[1] ?? '').toLowerCase()}`, match));
  return [...server, ...client];
}
