import type { Asked, ToldStep } from './outside-advice.ts';
import { reads } from './outside-commands.ts';
import { first, isOf, isTrue, MODERN, NO_PATH, NO_REMEDY, type Rule, rank } from './outside-rule.ts';

/** What repairs the client of a PC. Where only Microsoft fails in the browser too, it is the account or the network. */
const DEEP = /inetcpl|winsock|int ip reset|reg (add|delete)|tlsciphersuite|dsregcmd|\/reset/i;

const TLS_PROBLEMS = ['onedrive-connectivity', 'outlook-tls', 'exchange-hybrid-ssl', 'office-sign-in'];

/** How it ends. */
export const stopRules: readonly Rule[] = [
  {
    name: 'no stop only while the problem is open and something is worth asking',
    from: 'contracts',
    faults: (_asked, told) =>
      isTrue(
        (told.stop.kind === 'none') === (told.problem === null && told.asks.length > 0),
        `${told.problem}: ${told.stop.kind}, asks ${told.asks.join(' ')}`,
      ),
  },
  {
    name: 'nothing is shown while the problem is not known',
    from: 'branches 0 (5)',
    faults: (_asked, told) => isTrue(told.problem !== null || told.steps.length === 0, 'steps without a problem'),
  },
  {
    name: 'connection down: nothing but the connection, then a person',
    from: 'contracts, branches 2.1',
    faults: (asked, told) =>
      told.problem === null || !isOf(asked, 'internet', 'fails')
        ? []
        : [
            ...isTrue(told.stop.kind === 'escalate', `the stop is ${told.stop.kind}`),
            ...isTrue(told.steps.length > 0, 'no connection step'),
            ...told.steps.flatMap((step) =>
              isTrue(
                /connect|internet|network|接続|ネット/i.test(step.title) && rank(step) < 2,
                `${step.id}: "${step.title}" while the connection is down`,
              ),
            ),
          ],
  },
  {
    name: 'others on the same network: the PC is left alone, then a person',
    from: 'contracts, branches 2.3',
    faults: (asked, told) => {
      if (told.problem === null || isOf(asked, 'internet', 'fails') || !isOf(asked, 'affected', 'others-same-network', 'others')) return [];
      return [
        ...isTrue(told.stop.kind === 'escalate', `the stop is ${told.stop.kind}`),
        ...told.steps.flatMap((step) =>
          isTrue(step.commands.every((text) => reads(text)) && step.risk !== 'R3', `${step.id} (${step.risk}) touches the PC`),
        ),
      ];
    },
  },
  {
    name: 'an OS without a path: upgrade; no other OS is told so',
    from: 'contracts, branches 2.4, 4, 5',
    faults: (asked, told) => {
      if (told.problem === null || isFirst(asked)) return [];
      const isUpgrade = told.stop.kind === 'upgrade';
      if (!isOf(asked, 'os', ...NO_PATH)) return isTrue(!isUpgrade, `upgrade for ${first(asked, 'os')}`);
      return isTrue(isUpgrade || !TLS_PROBLEMS.includes(told.problem), `${told.problem} on ${first(asked, 'os')}: ${told.stop.kind}`);
    },
  },
  {
    name: 'the web serves on devices without a remedy or where there is nothing to do, and only while it works',
    from: 'contracts, branches 2.1, 4',
    faults: (asked, told) => [
      ...isTrue(told.stop.kind !== 'web' || isOf(asked, 'os', ...NO_REMEDY) || isMereQuestion(asked), `web for ${first(asked, 'os')}`),
      // A wizard of Windows has no web version: there the stop says where it runs.
      ...isTrue(told.stop.kind !== 'web' || !isOf(asked, 'web', 'fails') || told.problem === 'exchange-hybrid-ssl', 'web, but the web fails'),
    ],
  },
  {
    name: 'waiting names the advisory, and leaves R2 and R3 out',
    from: 'contracts',
    faults: (asked, told) =>
      told.stop.kind !== 'wait'
        ? []
        : [
            ...isTrue((asked.advisories?.length ?? 0) > 0 && told.stop.advisory !== null, 'waits for nothing'),
            ...told.steps.flatMap((step) => isTrue(rank(step) < 2, `${step.id} (${step.risk}) while Microsoft repairs`)),
          ],
  },
  {
    name: 'OneDrive that cannot connect: as long as the web is not proven, nothing deep',
    from: 'branches 2.1 (web no; not tested or unknown)',
    faults: (asked, told) => {
      if (told.problem !== 'onedrive-connectivity' || isOf(asked, 'web', 'works') || isFirst(asked)) return [];
      const isOpen = (step: ToldStep) => (isOf(asked, 'web', 'fails') ? !step.commands.some((text) => DEEP.test(text)) : rank(step) < 2);
      return told.steps.flatMap((step) => isTrue(isOpen(step), `${step.id} (${step.risk}), web ${first(asked, 'web')}`));
    },
  },
  {
    name: 'what changes a PC waits for the browser, but for mail programs and the wizard, which have no other way to TLS 1.2',
    from: 'branches 2.1, 4, C19, C23',
    faults: (asked, told) => {
      if (isOf(asked, 'web', 'works') || ['outlook-tls', 'exchange-hybrid-ssl'].includes(told.problem ?? '')) return [];
      return told.steps.flatMap((step) =>
        isTrue(rank(step) < 2 || !step.commands.some((text) => DEEP.test(text) && !reads(text)), `${told.problem}: ${step.id} (${step.risk})`),
      );
    },
  },
];

/** Somebody asks about TLS, and nothing fails. */
function isMereQuestion(asked: Asked): boolean {
  return isOf(asked, 'symptom', 'tls-question') && isOf(asked, 'os', 'macos', 'windows-8.1', 'server-2012-r2', ...MODERN);
}

function isFirst(asked: Asked): boolean {
  return isOf(asked, 'internet', 'fails') || isOf(asked, 'affected', 'others-same-network', 'others');
}
