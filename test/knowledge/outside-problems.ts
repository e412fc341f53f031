import type { Asked, Told, ToldStep } from './outside-advice.ts';
import { isOf, isTrue, MODERN, type Rule } from './outside-rule.ts';

/** What a problem, or a code, must never be treated with (section 3, "Do NOT"), and which order C8 settles. */
export const problemRules: readonly Rule[] = [
  not(
    'a set-up is not repaired with the network or TLS',
    'branches 3 (de90)',
    isAbout('onedrive-provisioning'),
    /inetcpl|netsh|schannel|defaultsecureprotocols|tlsciphersuite|test-netconnection|\/reset/i,
  ),
  not(
    'an account is not repaired with device trust, the network or TLS',
    'branches 3 (de85, de8a, deef)',
    isAbout('onedrive-account'),
    /dsregcmd|inetcpl|winsock|defaultsecureprotocols|tlsciphersuite/i,
  ),
  not(
    'an account made anew is not repaired on the client',
    'branches 3 (e4d0)',
    isAbout('onedrive-user-id'),
    /\/reset|inetcpl|winsock|reg (add|delete)|unlink|reinstall/i,
  ),
  not(
    'CAA50021 is not the network',
    'branches 3, C20',
    (asked) =>
      [asked.facts.code].flat()[0] === '0xcaa50021' && isOf(asked, 'os', ...MODERN) && !isOf(asked, 'affected', 'others', 'others-same-network'),
    /winsock|int ip reset|test-netconnection|winhttp|inetcpl/i,
  ),
  not(
    'an account in Entra is not repaired on the PC',
    'verified 6.3',
    isAbout('entra-account'),
    /inetcpl|winsock|\/reset|reg add|dsregcmd \/(leave|forcerecovery)/i,
  ),
  not(
    'storage and conflicts are not the network or TLS',
    'branches 3 (def7, def4)',
    isAbout('onedrive-storage', 'onedrive-conflict'),
    /inetcpl|winsock|defaultsecureprotocols|tlsciphersuite|dsregcmd/i,
  ),
  {
    name: 'the licence comes before everything else on an account',
    from: 'branches 3 (deef)',
    faults: (asked, told) => {
      if (![asked.facts.code].flat().includes('0x8004deef') || told.problem !== 'onedrive-account' || asked.audience !== 'helpdesk') return [];
      return inOrder(told, [/licen[cs]e|subscription/i, /\/reset|unlink|common\\identity/i]);
    },
  },
  {
    name: 'OneDrive that cannot connect: saved sign-ins, and the network stack, only where something speaks for them',
    from: 'branches 2.2 steps 5 and 6, F140, C24',
    faults: (asked, told) => {
      if (told.problem !== 'onedrive-connectivity') return [];
      const isPersonal = isOf(asked, 'changed', 'password') || isOf(asked, 'affected', 'only-me');
      return told.steps.flatMap((step) => [
        ...isTrue(isPersonal || !/saved sign-ins/i.test(step.title), `${step.id} though nothing points to one person's sign-in`),
        ...isTrue(isOf(asked, 'changed', 'vpn') || !/winsock/.test(step.commands.join()), `${step.id} though no VPN came or went`),
      ]);
    },
  },
  {
    name: 'OneDrive that cannot connect: files that are not safe are brought to safety',
    from: 'branches C-2, C7',
    faults: (asked, told) => {
      const isHere = told.problem === 'onedrive-connectivity' && isOf(asked, 'os', ...MODERN) && isOf(asked, 'web', 'works');
      if (!isHere || isOf(asked, 'files', 'safe') || told.stop.kind === 'wait') return [];
      if (isOf(asked, 'internet', 'fails') || isOf(asked, 'affected', 'others', 'others-same-network')) return [];
      return isTrue(
        told.steps.some(({ title }) => /files to safety/i.test(title)),
        'nothing saves the files',
      );
    },
  },
  {
    name: 'the least invasive first, device trust last',
    from: 'branches 2.2, C8, C26',
    faults: (_asked, told) => (told.problem === 'onedrive-connectivity' ? inOrder(told, ORDER) : []),
  },
];

const ORDER = [
  /restart onedrive/i,
  /inetcpl/i,
  /saved sign-ins/i,
  /winsock reset/i,
  /onedrive\.exe"? \/reset/i,
  /enable-tlsciphersuite/i,
  /update onedrive/i,
  /reinstall onedrive/i,
  /dsregcmd \/(leave|forcerecovery)/i,
];

function isAbout(...problems: readonly string[]) {
  return (_asked: Asked, told: Told) => problems.includes(told.problem ?? '');
}

function not(name: string, from: string, applies: (asked: Asked, told: Told) => boolean, pattern: RegExp): Rule {
  return {
    name,
    from,
    faults: (asked, told) =>
      applies(asked, told) ? told.steps.flatMap((step) => isTrue(!pattern.test(words(step)), `${told.problem}: ${step.id}`)) : [],
  };
}

/** Every step that a later pattern finds must come after those that an earlier one finds. */
function inOrder(told: Told, patterns: readonly RegExp[]): readonly string[] {
  const places = patterns.map((pattern) => told.steps.findIndex((step) => pattern.test(words(step)))).filter((place) => place >= 0);
  return places
    .slice(1)
    .flatMap((place, at) => isTrue(place >= (places[at] ?? 0), `${told.steps[place]?.id} before ${told.steps[places[at] ?? 0]?.id}`));
}

const words = (step: ToldStep): string => `${step.title}\n${step.commands.join('\n')}`;
