import { element } from './elements.ts';
import type { HealthWords } from './health-words.ts';

const SERVICES = ['OneDrive for Business', 'SharePoint Online', 'Exchange Online', 'Microsoft Teams', 'Identity Service', 'Microsoft 365 suite'];
const STATUSES = ['investigating', 'serviceDegradation', 'serviceInterruption', 'restoringService', 'extendedRecovery', 'serviceRestored'];

/** The form that publishes an advisory; `publish` resolves with whether it was taken. */
export function publishForm(words: HealthWords, publish: (advisory: unknown) => Promise<boolean>): HTMLElement {
  const service = select('service', SERVICES);
  const title = element('input', { attributes: { name: 'title', required: '', maxlength: '200' } });
  const impact = element('textarea', { attributes: { name: 'impact', rows: '2', required: '', maxlength: '2000' } });
  const kind = select('classification', ['advisory', 'incident'], words.kinds);
  const status = select('status', STATUSES);
  const post = element('textarea', { attributes: { name: 'post', rows: '3', required: '', maxlength: '8000' } });
  const form = element(
    'form',
    { class: 'publish' },
    field(words.service, service),
    field(words.name, title),
    field(words.impact, impact),
    element('div', { class: 'pair' }, field(words.kind, kind), field(words.status, status)),
    field(words.post, post),
    element('button', { class: 'primary', text: words.publish, attributes: { type: 'submit' } }),
  );
  const fold = element('details', { class: 'publish-fold' }, element('summary', { text: words.publishNew }), form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const advisory = {
      service: service.value,
      title: title.value.trim(),
      impact: impact.value.trim(),
      classification: kind.value,
      status: status.value,
      text: post.value.trim(),
    };
    void publish(advisory).then((isTaken) => {
      if (!isTaken) return;
      form.reset();
      fold.open = false;
    });
  });
  return fold;
}

function select(name: string, values: readonly string[], labels: Readonly<Record<string, string>> = {}): HTMLSelectElement {
  return element(
    'select',
    { attributes: { name } },
    ...values.map((value) => element('option', { text: labels[value] ?? value, attributes: { value } })),
  );
}

function field(label: string, input: HTMLElement): HTMLElement {
  return element('label', { class: 'field' }, element('span', { text: label }), input);
}
