import { isJapanese } from './words.ts';

/** What the Service Health panel says. */
export interface HealthWords {
  readonly title: string;
  readonly about: string;
  readonly none: string;
  readonly silent: string;
  readonly notConnected: string;
  readonly open: string;
  readonly resolved: string;
  readonly message: string;
  readonly updated: string;
  readonly off: string;
  readonly shown: string;
  readonly change: string;
  readonly markResolved: string;
  readonly markOpen: string;
  readonly addPost: string;
  readonly post: string;
  readonly remove: string;
  readonly publishNew: string;
  readonly service: string;
  readonly name: string;
  readonly impact: string;
  readonly kind: string;
  readonly status: string;
  readonly kinds: Readonly<Record<'advisory' | 'incident', string>>;
  readonly publish: string;
  readonly failed: string;
}

const en: HealthWords = {
  title: 'Service Health',
  about:
    'What Microsoft reports about its services, made up on this computer for trying out. Switch one on or change it, and see what Kiku tells people.',
  none: 'There are no advisories.',
  silent: 'The local Graph server does not answer. Kiku goes on with the last known state.',
  notConnected: 'No local Graph server is connected.',
  open: 'Open',
  resolved: 'Resolved',
  message: 'Message',
  updated: 'Updated',
  off: 'Off',
  shown: 'Published',
  change: 'Change',
  markResolved: 'Mark as resolved',
  markOpen: 'Open again',
  addPost: 'Add a post',
  post: 'Post',
  remove: 'Remove',
  publishNew: 'Publish an advisory',
  service: 'Service',
  name: 'Title',
  impact: 'Impact',
  kind: 'Kind',
  status: 'Status',
  kinds: { advisory: 'Advisory', incident: 'Incident' },
  publish: 'Publish',
  failed: 'That did not work. Please check what you entered and try again.',
};

const ja: HealthWords = {
  title: 'サービス正常性',
  about: 'Microsoft からのお知らせを模した、この PC の中だけのサンプルです。オン、オフや内容を変えると、Kiku の案内も変わります。',
  none: 'アドバイザリはありません。',
  silent: 'ローカルの Graph サーバーが応答しません。Kiku は最後にわかっている状態で続けます。',
  notConnected: 'ローカルの Graph サーバーに接続していません。',
  open: '対応中',
  resolved: '解決済み',
  message: 'メッセージ',
  updated: '更新',
  off: 'オフ',
  shown: '公開中',
  change: '変更',
  markResolved: '解決済みにする',
  markOpen: '対応中に戻す',
  addPost: '投稿を追加',
  post: '投稿する',
  remove: '削除',
  publishNew: 'アドバイザリを公開',
  service: 'サービス',
  name: 'タイトル',
  impact: '影響',
  kind: '種類',
  status: '状態',
  kinds: { advisory: 'アドバイザリ', incident: 'インシデント' },
  publish: '公開する',
  failed: 'うまくいきませんでした。入力内容を確かめて、もう一度お試しください。',
};

/** The panel's words in the language of a locale. */
export function healthWordsFor(locale: string): HealthWords {
  return isJapanese(locale) ? ja : en;
}
