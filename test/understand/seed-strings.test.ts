import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { read } from './lexicon.ts';

/** What the five documents show or describe, as people copy it, and what it states. The numbers are those of knowledge/trace.yaml. */
const seeds: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['F009', 'The cloud icon is there and I am signed in, but it is sync pending forever', { symptom: 'sync-pending' }],
  [
    'F013',
    'OneDriveに接続するときに問題が発生しました。\nインターネット接続を確認し、もう一度やり直てください。(エラーコード:0x8004de40)',
    { product: 'onedrive', symptom: 'cannot-connect', code: '0x8004de40' },
  ],
  [
    'F013',
    'OneDriveに接続するときに問題が発生しました。インターネット接続を確認し、もう一度やり直してください。(エラーコード:0x8004de40)',
    { product: 'onedrive', symptom: 'cannot-connect', code: '0x8004de40' },
  ],
  ['F014', "OneDrive Can't sign in. Error 0x8004de40", { product: 'onedrive', symptom: 'cannot-connect', code: '0x8004de40' }],
  [
    'F015',
    'Login was either interrupted or unsuccessful. Please try logging in again. (Error Code: 0x8004de40)',
    { symptom: 'cannot-connect', code: '0x8004de40' },
  ],
  ['F016', "We can't sign into your account, please try again later 0x8004de88", { symptom: 'cannot-connect', code: '0x8004de88' }],
  [
    'F017',
    'There was a problem connecting to OneDrive. Check your Internet connection, and then try again.',
    { product: 'onedrive', symptom: 'cannot-connect' },
  ],
  [
    'F018',
    'Users are unable to connect to OneDrive for Business and receive error code 0x8004de40.',
    { product: 'onedrive', affected: 'others', symptom: 'cannot-connect', code: '0x8004de40' },
  ],
  [
    'F019',
    'リモート サーバーへの接続 outlook.office365.com、次のエラー メッセージで失敗しました。宛先コンピューター (outlook.office365.com:443) のサーバー証明書に次のエラーが表示されます。SSL ライブラリで内部エラーが発生しました。 詳細については、「about_Remote_Troubleshooting ヘルプ」トピックを参照してください。',
    { product: 'exchange-hybrid', symptom: 'hcw-ssl', 'exchange-error': 'ssl-library' },
  ],
  [
    'F020',
    'Connecting to remote server outlook.office365.com failed with the following error message: The server certificate on the destination computer (outlook.office365.com:443) has the following errors: Encountered an internal error in the SSL library. For more information, see the about_Remote_Troubleshooting Help topic.',
    { product: 'exchange-hybrid', symptom: 'hcw-ssl', 'exchange-error': 'ssl-library' },
  ],
  ['F021', 'It fails in the view "Gathering Configuration Information"', { product: 'exchange-hybrid', symptom: 'cannot-connect' }],
  ['F021', '「構成情報の収集」の画面でエラーになります', { product: 'exchange-hybrid', symptom: 'cannot-connect' }],
  ['F022', 'OneDrive works in the browser, but the desktop app does not connect', { product: 'onedrive', web: 'works', symptom: 'cannot-connect' }],
  ['F022', 'ブラウザーでは OneDrive が使えますが、アプリでは接続できません', { product: 'onedrive', web: 'works', symptom: 'cannot-connect' }],
  [
    'F023',
    'TLS 1.2 is already ticked in Internet Options and OneDrive still fails to connect',
    { product: 'onedrive', tls: '1.2-on', symptom: 'cannot-connect' },
  ],
  [
    'F023',
    'インターネット オプションの「TLS 1.2 の使用」にはチェックが入っていますが、OneDrive に接続できません',
    { product: 'onedrive', tls: '1.2-on', symptom: 'cannot-connect' },
  ],
  ['F051', 'Windows8 Service Pack 1 で OneDrive に接続できません', { os: 'windows-8' }],
  ['F052', 'OneDrive on Windows 11 shows 0x8004de40', { os: 'windows-11', code: '0x8004de40' }],
  ['F101', 'We have an unauthenticated proxy', { proxy: 'open' }],
  ['F109', 'I get 0x8004de40even after a restart', { code: '0x8004de40' }],
  ['F109', 'inetcpl.cplして0x8004de40が出ます', { code: '0x8004de40' }],
  ['F136', 'Everyone on this network has the same error', { affected: 'others-same-network' }],
  ['F139', 'OneDrive keeps asking me to sign in', { symptom: 'sign-in-loop' }],
  [
    'F146',
    "Users on Windows 7/8 Service Pack 1 with TLS 1.0/1.1 can't connect to OneDrive for Business and receive error 0x8004de40",
    { product: 'onedrive', os: 'windows-7-sp1,windows-8', symptom: 'cannot-connect', code: '0x8004de40' },
  ],
  ['F182', 'OneDrive for Business, 0x8004de40', { product: 'onedrive', account: 'work', code: '0x8004de40' }],
];

describe('what the documents show', () => {
  it.each(seeds)('is read: %s %j', (_, text, stated) => {
    const { facts } = read(text);
    const values = Object.fromEntries(Object.entries(facts).map(([fact, { values }]) => [fact, values.join()]));

    expect(values).toMatchObject(stated);
  });

  it('holds something for every reading that the trace of the documents names', () => {
    const trace = z.record(z.string(), z.object({ at: z.array(z.string()).default([]) })).parse(parse(readFileSync('knowledge/trace.yaml', 'utf8')));
    const named = Object.values(trace).flatMap(({ at }) => at.filter((place) => place.startsWith('reading ')));
    const stated = seeds.flatMap(([, , facts]) =>
      Object.entries(facts).flatMap(([fact, values]) => values.split(',').map((value) => `reading ${fact} ${value}`)),
    );

    expect(named.filter((place) => !stated.includes(place))).toEqual([]);
  });
});
