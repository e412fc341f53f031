/** What is said to Kiku in a channel about the channel itself. The title of the command comes as text in the language of whoever picks it. */
const HERE = /^(?:help ?desk here|ヘルプ ?デスクはここ(?:です)?|ここを?ヘルプ ?デスクに(?:する|して(?:ください)?)?)[.。!！]?$/iu;

/** Whether somebody wants the helpdesk to be reached in this channel. */
export function isHelpdeskHere(text: string): boolean {
  return HERE.test(text.normalize('NFKC').trim().replaceAll(/\s+/g, ' '));
}
