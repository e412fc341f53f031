import { SERVICES, serviceCalled } from '../advisories/services.ts';
import { EVERY_SERVICE, PROPOSED_HOURS, type QuietHours } from '../alert-wishes.ts';
import type { View } from '../views.ts';
import { serviceInWords } from './advisory-in-words.ts';
import { type Button, button, sendButton } from './buttons.ts';
import { escapeMarkdown } from './markdown.ts';
import { knownTimeZone } from './moments.ts';
import type { Presented } from './presented.ts';
import type { Words } from './words.ts';

type MyAlertsView = Extract<View, { kind: 'my-alerts' }>;

/** Of each list; more is read nowhere, and would make the card too large. */
const MOST_ROWS = 12;

/** How this person is told of advisories, to be changed here. */
export function presentMyAlerts(view: MyAlertsView, words: Words, usualTimeZone: string): Presented {
  const { wishes } = view;
  const title = words.label('my-alerts.title');
  const own = wishes.quiet === null || wishes.quiet === 'none' ? PROPOSED_HOURS : wishes.quiet;
  const isStopped = wishes.mutedServices.includes(EVERY_SERVICE);
  return {
    template: 'my-alerts',
    summary: title,
    data: {
      title,
      notice: view.notice === null ? '' : words.say(view.notice),
      body: words.say(isStopped ? 'my-alerts.stopped' : 'my-alerts.body'),
      follows: { label: words.label('label.follows'), value: followed(view).join(), choices: choicesOf(view, words) },
      quiet: {
        label: words.label('label.quiet'),
        value: wishes.quiet === null ? 'usual' : wishes.quiet === 'none' ? 'none' : 'own',
        choices: [
          { title: usualInWords(view.usualQuiet, words), value: 'usual' },
          { title: words.label('label.quiet-none'), value: 'none' },
          { title: words.label('label.quiet-own'), value: 'own' },
        ],
      },
      from: { label: words.label('label.quiet-from'), value: clock(own.from) },
      to: { label: words.label('label.quiet-to'), value: clock(own.to) },
      incidents: {
        label: words.label('label.incidents'),
        title: words.label('label.incidents-pass'),
        value: String(wishes.incidentsPass),
      },
      zone: words.say('my-alerts.zone', { zone: knownTimeZone(view.timeZone, usualTimeZone), language: words.label(`language.${words.language}`) }),
      muted: mutedRows(view, words),
      save: [sendButton(words.label('button.save'), { do: 'wish' })],
      buttons: [
        isStopped
          ? button(words.label('button.alerts-on'), { do: 'mute', in: 'my-alerts', on: false, service: EVERY_SERVICE })
          : button(words.label('button.alerts-off'), { do: 'mute', in: 'my-alerts', on: true, service: EVERY_SERVICE }),
        button(words.label('button.health'), { do: 'health' }),
        button(words.label('button.language'), { do: 'language' }),
      ],
    },
  };
}

/** Services by their id, or by the name that Service Health has for them. */
function followed({ wishes }: MyAlertsView): readonly string[] {
  return [...new Set(wishes.follows.map((name) => serviceCalled(name)?.id ?? name))];
}

/** What Kiku has a name for, what else is on the shelf, and what is followed already (advisories too). */
function choicesOf(view: MyAlertsView, words: Words): readonly { readonly title: string; readonly value: string }[] {
  const own = SERVICES.map(({ id }) => ({ title: words.label(`label.service-${id}`), value: id }));
  const others = [...new Set([...followed(view), ...view.others])].filter((name) => serviceCalled(name) === null && !name.includes(','));
  return [...own, ...others.slice(0, MOST_ROWS).map((name) => ({ title: name, value: name }))];
}

function mutedRows({ wishes }: MyAlertsView, words: Words): readonly { readonly text: string; readonly action: Button }[] {
  const unmute = words.label('button.unmute');
  const services = [...new Set(wishes.mutedServices.filter((name) => name !== EVERY_SERVICE).map((name) => serviceCalled(name)?.id ?? name))];
  return [
    ...services.map((name) => ({
      text: escapeMarkdown(words.label('label.muted', { name: serviceInWords(name, words) })),
      action: button(unmute, { do: 'mute', in: 'my-alerts', on: false, service: name }),
    })),
    // The newest stand last.
    ...wishes.mutedAdvisories.toReversed().map((id) => ({
      text: escapeMarkdown(words.label('label.muted', { name: id })),
      action: button(unmute, { do: 'mute', in: 'my-alerts', on: false, advisory: id }),
    })),
  ].slice(0, MOST_ROWS);
}

function usualInWords(quiet: QuietHours | 'none', words: Words): string {
  if (quiet === 'none') return words.label('label.quiet-usual-none');
  return words.label('label.quiet-usual', { from: clock(quiet.from), to: clock(quiet.to) });
}

function clock(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
