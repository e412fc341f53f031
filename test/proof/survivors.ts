const ENDED = 'it only looks, with a command that is on that Windows too; it is left out because the advice there is to move away';
const NO_EXCHANGE = 'it only looks, with a command that is on that Windows too; it is left out because no Exchange server runs there';
const LOOKS = 'it only looks, with a command that Windows 8.1 has too; the step before has the ports looked at whatever the Windows';
const OLD_OFFICE =
  'the entries are in Credential Manager there too and come back with the next sign-in; it is left out because that Windows is out of support';
const IT_ONLY =
  'the sources give it no class; only IT sees it either way, and R2 keeps it back while Microsoft has a fault, which is the safer of the two';
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
  ['reconnect-registered: R2 as R1', IT_ONLY],
  ['correct-policy: R2 as R1', IT_ONLY],
  ['bring-device-in: R2 as R1', IT_ONLY],
  ['allow-in-protection-policy: R2 as R1', IT_ONLY],
  ['allow-office-sign-in: R2 as R1', IT_ONLY],
  ['run-user-id-diagnostic: R2 as R1', IT_ONLY],
  ['onedrive-connectivity network: check-network-path read-proxy look-at-certificate test-ports test-hotspot exempt-microsoft-365', BOTH_LOOK],
]);
