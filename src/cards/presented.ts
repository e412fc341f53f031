/** The templates there are: each is `cards/NAME.template.json`. */
export const TEMPLATES = [
  'welcome',
  'question',
  'step',
  'advisory',
  'ending',
  'summary',
  'sorry',
  'choice',
  'faq',
  'faq-list',
  'fan-out',
  'alert',
  'alert-question',
  'health',
  'my-alerts',
  'case',
] as const;

export type TemplateName = (typeof TEMPLATES)[number];

/** What a template is filled with. Texts are Markdown, escaped where they are foreign; `summary` is plain text for the notification. */
export interface Presented {
  readonly template: TemplateName;
  readonly summary: string;
  readonly data: Readonly<Record<string, unknown>>;
}
