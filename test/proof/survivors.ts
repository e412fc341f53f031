const ENDED = 'it only looks, with a command that is on that Windows too; it is left out because the advice there is to move away';
const NO_EXCHANGE = 'it only looks, with a command that is on that Windows too; it is left out because no Exchange server runs there';
const LOOKS = 'it only looks, with a command that Windows 8.1 has too; the step before has the ports looked at whatever the Windows';
const OLD_OFFICE =
  'the entries are in Credential Manager there too and come back with the next sign-in; it is left out because that Windows is out of support';
const BOTH_LOOK = 'both only look, and either may be first';

/** Slips that neither the safety rules nor a worked path sees, and why that is no fault: either is right there. */
export const EXPLAINED: ReadonlyMap<string, string> = new Map([
  ['read-proxy: os also windows-8', ENDED],
  ['read-proxy: os also windows-7-rtm', ENDED],
  ['check-exchange-proxy: os also windows-8', ENDED],
  ['check-exchange-proxy: os also windows-7-rtm', ENDED],
  ['check-exchange-proxy: os also windows-8.1', NO_EXCHANGE],
  ['check-exchange-proxy: os also windows-11', NO_EXCHANGE],
  ['read-schannel-keys: os also windows-8.1', NO_EXCHANGE],
  ['read-schannel-keys: os also windows-11', NO_EXCHANGE],
  ['test-ports: os also windows-8.1', LOOKS],
  ['remove-office-credentials: os also windows-8.1', OLD_OFFICE],
  ['remove-office-credentials: os also windows-7-sp1', OLD_OFFICE],
  ['remove-office-credentials: os also server-2012', OLD_OFFICE],
  ['onedrive-connectivity network: check-network-path read-proxy look-at-certificate test-ports test-hotspot exempt-microsoft-365', BOTH_LOOK],
]);
