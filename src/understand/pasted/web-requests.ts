import { type Found, found, type Paste } from './paste.ts';

const DENIED =
  /HTTP\/[0-9.]{1,3}\s407(?![0-9])|\(407\)\s?(?:Proxy\sAuthentication|プロキシ認証|プロキシの認証)|407\s\(?Proxy\sAuthentication\sRequired|HTTP\scode\s407\sfrom\sproxy|tunnel\sfailed,\sresponse\s407|(?<![a-z])Proxy-Authenticate: ?[a-z]/i;
const THROUGH = /Uses\sproxy\senv\svariable|CONNECT\stunnel\sestablished|HTTP\/1\.[01]\s200\sConnection\sestablished|Establish\sHTTP\sproxy\stunnel/i;
/** Products that put their own certificate in place of Microsoft's. */
const PRODUCTS =
  'Zscaler|Netskope|FortiGate|Fortinet|Palo Alto|Blue ?Coat|Forcepoint|Websense|Cisco Umbrella|Cisco Secure Access|Sophos|Kaspersky|Avast|AVG Web|ESET SSL|Bitdefender|McAfee|Trellix|Skyhigh|Check ?Point|iboss|SonicWall|WatchGuard|Barracuda|Norton Web|InterScan|i-FILTER|Digital Arts|Menlo Security|FiddlerRoot|mitmproxy';
/** The issuer of a certificate, as curl, openssl, certutil and browsers write it; not the subject. */
const ISSUER = new RegExp(
  `(?:(?<![a-z])issuer(?![a-z])|(?<![a-z])issued by(?![a-z])|発行者|発行元)(?:(?!subject|issued to|発行先)[\\s\\S]){0,160}?(?<![a-z])(?:${PRODUCTS})`,
  'i',
);
const OPENSSL = new RegExp(`(?<![a-z])i: ?/?(?:C|O|CN|ST) ?=.{0,160}?(?<![a-z])(?:${PRODUCTS})`, 'i');

/** Reads what `curl -v` and `Invoke-WebRequest` say of a proxy in between, and who issued the certificate. */
export function readWebRequests({ text }: Paste): readonly Found[] {
  const denied = DENIED.exec(text);
  const through = denied === null ? THROUGH.exec(text) : null;
  const issuer = ISSUER.exec(text) ?? OPENSSL.exec(text);
  return [
    ...(denied === null ? [] : [found('proxy', 'authenticated', denied)]),
    ...(through === null ? [] : [found('proxy', 'present', through)]),
    ...(issuer === null ? [] : [found('inspection', 'yes', issuer)]),
  ];
}
