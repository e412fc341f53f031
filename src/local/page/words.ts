/** What the page itself says. Kiku's own words come from Kiku. */
export interface Words {
  readonly language: 'en' | 'ja';
  readonly aside: string;
  readonly youAre: string;
  readonly conversations: string;
  readonly chatWith: string;
  readonly startOver: string;
  readonly startOverSure: string;
  readonly look: string;
  readonly looks: Readonly<Record<'system' | 'light' | 'dark', string>>;
  readonly health: string;
  /** The second pane. */
  readonly beside: string;
  readonly consent: string;
  readonly reply: string;
  readonly writeReply: string;
  readonly picture: string;
  readonly people: string;
  readonly close: string;
  readonly intro: string;
  readonly introChannel: string;
  readonly examplesTitle: string;
  readonly examples: readonly string[];
  readonly channelExamples: readonly string[];
  readonly write: string;
  readonly writeChannel: string;
  readonly send: string;
  readonly attach: string;
  readonly removeFile: string;
  readonly tooBig: string;
  readonly edit: string;
  readonly unsay: string;
  readonly editing: string;
  readonly save: string;
  readonly cancel: string;
  readonly edited: string;
  readonly deleted: string;
  readonly sending: string;
  readonly sent: string;
  readonly notSent: string;
  readonly tryAgain: string;
  readonly failed: string;
  readonly typing: string;
  readonly copy: string;
  readonly copied: string;
  readonly more: string;
  readonly less: string;
  readonly today: string;
  readonly yesterday: string;
  readonly lost: string;
  readonly faults: string;
  readonly newer: string;
  readonly card: string;
}

const en: Words = {
  language: 'en',
  aside: 'A local stand-in for Microsoft Teams. Nothing leaves this computer.',
  youAre: 'You are',
  conversations: 'Conversations',
  chatWith: 'Chat with Kiku',
  startOver: 'Start over',
  startOverSure: 'Remove this conversation and begin anew?',
  look: 'Appearance',
  looks: { system: 'System', light: 'Light', dark: 'Dark' },
  health: 'Service Health',
  beside: 'Helpdesk',
  consent: 'Kiku reads every message here',
  reply: 'Reply',
  writeReply: 'Reply in this thread',
  picture: 'Picture',
  people: 'People and conversations',
  close: 'Close',
  intro: 'Write as somebody at work would, or tap. Under Service Health you can let Microsoft have a fault and see what Kiku tells people then.',
  introChannel: 'Mention @Kiku to speak to it here. Unless the team lets it read every message, it does not see what you write without the mention.',
  examplesTitle: 'Try one of these',
  examples: [
    'OneDrive says 0x8004de40 on my Windows 10 laptop',
    'OneDrive does not connect on my work PC, but it works in the browser',
    'I would rather talk to a person',
  ],
  channelExamples: ['@Kiku helpdesk here', '@Kiku OneDrive says 0x8004de40 on my laptop'],
  write: 'Type a message',
  writeChannel: 'Type a message, @Kiku to ask Kiku',
  send: 'Send',
  attach: 'Attach a file',
  removeFile: 'Remove the file',
  tooBig: 'Files up to 32 MB can be attached here.',
  edit: 'Edit',
  unsay: 'Delete',
  editing: 'Editing your message',
  save: 'Save',
  cancel: 'Cancel',
  edited: 'Edited',
  deleted: 'This message has been deleted.',
  sending: 'Sending',
  sent: 'Sent',
  notSent: 'Not sent. Kiku did not answer.',
  tryAgain: 'Try again',
  failed: 'Something went wrong. Please try again.',
  typing: 'Kiku is typing',
  copy: 'Copy',
  copied: 'Copied',
  more: 'See more',
  less: 'See less',
  today: 'Today',
  yesterday: 'Yesterday',
  lost: 'The local server does not answer. Trying to connect again.',
  faults: 'The knowledge was saved with faults. What was read before stays in force.',
  newer: 'New messages',
  card: 'Card',
};

const ja: Words = {
  language: 'ja',
  aside: 'この PC の中だけで動く、Microsoft Teams の代わりの画面です。データは外に送られません。',
  youAre: 'ユーザー',
  conversations: '会話',
  chatWith: 'Kiku とのチャット',
  startOver: '最初からやり直す',
  startOverSure: 'この会話を消して、最初からやり直しますか。',
  look: '外観',
  looks: { system: 'システム', light: 'ライト', dark: 'ダーク' },
  health: 'サービス正常性',
  beside: 'ヘルプデスク',
  consent: 'Kiku がすべてのメッセージを読む',
  reply: '返信',
  writeReply: 'このスレッドに返信',
  picture: '画像',
  people: 'メンバーと会話',
  close: '閉じる',
  intro:
    '社員になったつもりで書くか、ボタンを押してみてください。「サービス正常性」で Microsoft 側の障害を起こすと、Kiku の案内がどう変わるかを確かめられます。',
  introChannel: 'Kiku に話しかけるときは @Kiku と書いてください。すべてのメッセージを読む許可がない間、@Kiku のないメッセージは Kiku に届きません。',
  examplesTitle: 'たとえば',
  examples: [
    'OneDrive に接続できません。0x8004de40 と出ます。会社の Windows 10 のノート PC です',
    '会社の PC で OneDrive がつながりませんが、ブラウザーでは使えます',
    '担当者に相談したいです',
  ],
  channelExamples: ['@Kiku ヘルプデスクはここ', '@Kiku ノート PC の OneDrive に 0x8004de40 と表示されます'],
  write: 'メッセージを入力',
  writeChannel: 'メッセージを入力 (質問は @Kiku)',
  send: '送信',
  attach: 'ファイルを添付',
  removeFile: 'ファイルを外す',
  tooBig: '添付できるのは 32 MB までのファイルです。',
  edit: '編集',
  unsay: '削除',
  editing: 'メッセージを編集しています',
  save: '保存',
  cancel: 'キャンセル',
  edited: '編集済み',
  deleted: 'このメッセージは削除されました。',
  sending: '送信中',
  sent: '送信済み',
  notSent: '送信できませんでした。Kiku が応答しません。',
  tryAgain: '再試行',
  failed: '問題が発生しました。もう一度お試しください。',
  typing: 'Kiku が入力しています',
  copy: 'コピー',
  copied: 'コピーしました',
  more: 'すべて表示',
  less: '折りたたむ',
  today: '今日',
  yesterday: '昨日',
  lost: 'ローカル サーバーが応答しません。再接続しています。',
  faults: '保存されたナレッジに誤りがあります。以前の内容のまま動作しています。',
  newer: '新着メッセージ',
  card: 'カード',
};

/** The page's words in the language of a locale. */
export function wordsFor(locale: string): Words {
  return isJapanese(locale) ? ja : en;
}

/** Whether a locale is Japanese; everybody else reads English. */
export function isJapanese(locale: string): boolean {
  return /^ja\b/i.test(locale);
}
