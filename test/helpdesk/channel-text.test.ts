import { describe, expect, it } from '@jest/globals';
import { deskCommand, isNote, toCase } from '../../src/helpdesk/channel-text.ts';

describe('what agents ask of Kiku', () => {
  it.each([
    ['mine', { kind: 'list', what: 'mine' }],
    ['自分のケース', { kind: 'list', what: 'mine' }],
    ['Open', { kind: 'list', what: 'open' }],
    ['対応中', { kind: 'list', what: 'open' }],
    ['overdue.', { kind: 'list', what: 'overdue' }],
    ['期限切れ', { kind: 'list', what: 'overdue' }],
    ['on call @Ken Sato', { kind: 'on-call', name: 'Ken Sato' }],
    ['当番 @佐藤', { kind: 'on-call', name: '佐藤' }],
    ['who is on call?', { kind: 'on-call', name: null }],
    ['withdraw reset-onedrive', { kind: 'withdraw', step: 'reset-onedrive' }],
    ['取り下げ reset-onedrive', { kind: 'withdraw', step: 'reset-onedrive' }],
    ['restore reset-onedrive', { kind: 'restore', step: 'reset-onedrive' }],
    ['戻す reset-onedrive', { kind: 'restore', step: 'reset-onedrive' }],
    ['reports', { kind: 'reports' }],
    ['報告一覧', { kind: 'reports' }],
    ['Doctor', { kind: 'doctor' }],
    ['Kiku の稼働状況', { kind: 'doctor' }],
  ])('"%s"', (text, command) => {
    expect(deskCommand(text)).toEqual(command);
  });

  it.each([
    'Open the lid',
    'withdraw',
    'please withdraw the money now',
    'I am on call',
    'mine works',
    '',
    '報告してください',
    'restore your files from the bin',
  ])('"%s" is none of that', (text) => {
    expect(deskCommand(text)).toBeNull();
  });
});

describe('a note to colleagues', () => {
  it.each(['// proxy again', ' //x', '「メモ」プロキシ', 'メモ: プロキシ', '【メモ】要確認', 'メモ プロキシ'])('"%s" is one', (text) => {
    expect(isNote(text)).toBe(true);
  });

  it.each(['https://example.com', 'メモリが不足しています', 'メモ帳を開いてください', 'a // b', '/ x'])('"%s" is none', (text) => {
    expect(isNote(text)).toBe(false);
  });
});

it.each([
  ['K7F3QX: restart it', { id: 'K7F3QX', text: 'restart it' }],
  ['K7F3QX：再起動してください', { id: 'K7F3QX', text: '再起動してください' }],
  ['K7F3QX first\nsecond', { id: 'K7F3QX', text: 'first\nsecond' }],
  ['K7F3QX', { id: 'K7F3QX', text: '' }],
  ['K7F3QXY: no', null],
  ['k7f3qx no', null],
  ['k7f3qx: restart it', { id: 'K7F3QX', text: 'restart it' }],
  ['restart it', null],
])('in private "%s" names %j', (text, expected) => {
  expect(toCase(text)).toEqual(expected);
});
