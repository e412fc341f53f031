import { commandRules } from './outside-commands.ts';
import { problemRules } from './outside-problems.ts';
import { readerRules } from './outside-readers.ts';
import { isOf, MODERN, onTitle, type Rule, WINDOWS, WINHTTP } from './outside-rule.ts';
import { stopRules } from './outside-stops.ts';

/** What titles give away: things done by hand. */
const titleRules: readonly Rule[] = [
  onTitle('KB3140245 is offered only where it exists', 'branches 2.4, C2', /KB3140245/, (asked, step) => ({
    'an OS that has it': isOf(asked, 'os', ...WINHTTP),
    'R0 or R2': step.risk === 'R0' || step.risk === 'R2',
  })),
  onTitle('KB4019276 only on Server 2008', 'branches 2.4', /KB4019276/, (asked) => ({ 'Server 2008': isOf(asked, 'os', 'server-2008') })),
  onTitle('unlinking', 'branches C-1', /unlink/i, (asked) => ({
    'the web works': isOf(asked, 'web', 'works'),
    'no files at risk': isOf(asked, 'files', 'safe', 'online-only'),
  })),
  onTitle('reinstalling OneDrive', 'branches C-12', /(reinstall|uninstall).*onedrive|onedrive.*(reinstall|uninstall)/i, (asked) => ({
    'the web works': isOf(asked, 'web', 'works'),
    'no files at risk': isOf(asked, 'files', 'safe', 'online-only'),
  })),
  onTitle('saved sign-ins', 'branches C-3', /(saved|cached|stored) (sign-in|credential|password)/i, (asked) => ({
    'the web works': isOf(asked, 'web', 'works'),
  })),
  onTitle('without the proxy', 'branches 2.2 step 4, C21', /without (the |a )?proxy|proxy off|switch.*proxy/i, (asked) => ({
    'an own device': isOf(asked, 'device', 'personal'),
    'outside the office': isOf(asked, 'network', 'elsewhere'),
  })),
  onTitle('Internet Options are of Windows', 'branches 2.2 step 3, 4', /internet options/i, (asked) => ({ Windows: isOf(asked, 'os', ...WINDOWS) })),
  onTitle('disconnecting and rejoining', 'branches 2.5', /rejoin|forcerecover|leave (and|the)/i, (asked, step) => ({
    'the helpdesk': asked.audience === 'helpdesk',
    R3: step.risk === 'R3',
  })),
  onTitle('device trust is of work accounts', 'branches Q3', /connect the work account again|enable the device|enrol/i, (asked) => ({
    'no personal account': !isOf(asked, 'account', 'personal'),
  })),
  onTitle('the account of a registered device', 'branches 2.5 (registered)', /connect the work account again/i, (asked, step) => ({
    'a registered device': isOf(asked, 'join', 'registered'),
    'Windows 10 or Server 2016 and later': isOf(asked, 'os', ...MODERN),
    'R2 and the helpdesk': step.risk === 'R2' && asked.audience === 'helpdesk',
  })),
  onTitle('enrolling anew', 'facts F137, branches Q5, 2.5', /enrol/i, (asked, step) => ({
    'an Entra join': isOf(asked, 'join', 'entra'),
    'a new device': isOf(asked, 'changed', 'new-device'),
    'the office network': isOf(asked, 'network', 'office'),
    R3: step.risk === 'R3',
  })),
  onTitle('a device that Entra has disabled', 'branches 2.5', /enable the device/i, (asked, step) => ({
    'a disabled device': isOf(asked, 'device-auth', 'disabled'),
    'the helpdesk': asked.audience === 'helpdesk' && step.audience === 'helpdesk',
  })),
  onTitle('the policy of the cipher suites', 'branches C-6', /correct the group policy.*cipher/i, (asked, step) => ({
    'suites that are known to be missing': isOf(asked, 'ciphers', 'missing'),
    'R2 and the helpdesk': step.risk === 'R2' && asked.audience === 'helpdesk',
  })),
  onTitle('the security chip', 'branches C-10, verified 6.2', /security chip|\bTPM\b/i, (asked, step) => ({
    'Windows 10 or Server 2016 and later': isOf(asked, 'os', ...MODERN),
    R3: step.risk === 'R3',
  })),
  onTitle('what deletes for good', 'branches, risk classes', /recycle bin|restore the earlier account/i, (asked, step) => ({
    R3: step.risk === 'R3' && asked.audience === 'helpdesk',
    'the web works, where it is done there': !/recycle/i.test(step.title) || isOf(asked, 'web', 'works'),
  })),
];

/** All rules on one answer. */
export const rules: readonly Rule[] = [...commandRules, ...titleRules, ...readerRules, ...problemRules, ...stopRules];
