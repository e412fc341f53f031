import type { HealthRow, View } from '../views.ts';
import { headlineOf, servicesInWords, statusOf } from './advisory-in-words.ts';
import { button } from './buttons.ts';
import { escapeMarkdown } from './markdown.ts';
import { ago, knownTimeZone, moment } from './moments.ts';
import type { Presented } from './presented.ts';
import type { Words } from './words.ts';

type HealthView = Extract<View, { kind: 'health' }>;

/** Which page of which list. */
interface List {
  readonly page: number;
  readonly of?: string;
}

/** So many are read at once, and fit into a card. */
const PAGE = 6;

/** The admin center's own page. Only administrators can open it. */
const ADMIN_CENTER = 'https://admin.microsoft.com/Adminportal/Home';
const ID = /^[A-Z]{2}\d{5,8}$/;

/** How a row is shown: times, which list it stands in, and where its id leads. */
interface RowPlace {
  readonly at: (time: number) => string;
  readonly list: List;
  readonly site: string;
}

/** What Microsoft has open, nearest first, a page at a time; behind the last page comes the first. */
export function presentHealth(view: HealthView, words: Words, usualTimeZone: string): Presented {
  const timeZone = knownTimeZone(view.timeZone, usualTimeZone);
  const at = (time: number) => moment(time, view.freshness.now, words.language, timeZone);
  const site = view.adminCenter ?? ADMIN_CENTER;
  const pages = Math.max(1, Math.ceil(view.rows.length / PAGE));
  const page = view.page < pages ? view.page : 0;
  const shown = view.rows.slice(page * PAGE, (page + 1) * PAGE);
  const [one, ...more] = view.services ?? [];
  const only = one === undefined || more.length > 0 ? {} : { of: one };
  const groups = (['likely', 'possible', 'other'] as const).map((nearness) => ({
    label: words.say(`label.health-${nearness}`),
    rows: shown.filter((row) => row.nearness === nearness).map((row) => rowOf(row, { at, list: { page, ...only }, site }, words)),
  }));
  const title = words.label('health.title');
  return {
    template: 'health',
    summary: title,
    data: {
      title,
      scope: scopeOf(view, words),
      empty: view.rows.length > 0 || view.freshness.readAt === null ? '' : words.say('health.none'),
      groups: groups.filter(({ rows }) => rows.length > 0),
      freshness: freshnessOf(view, words),
      remark: shown.length === 0 ? '' : words.say('health.links'),
      links: [{ title: words.label('button.admin-center'), url: `${site}#/servicehealth` }],
      buttons: [
        ...(pages === 1 ? [] : [button(words.label('button.health-more'), { do: 'health', page: (page + 1) % pages, ...only })]),
        button(words.label('button.my-alerts'), { do: 'my-alerts' }),
      ],
    },
  };
}

function rowOf({ advisory, isFollowed, isMuted, isServiceMuted }: HealthRow, place: RowPlace, words: Words) {
  const { at, list, site } = place;
  const id = ID.test(advisory.id) ? `[${advisory.id}](${linkTo(site, advisory.id, advisory.kind)})` : escapeMarkdown(advisory.id);
  const line = [
    escapeMarkdown(servicesInWords(advisory.services, words)),
    advisory.kind === 'issue' ? statusOf(advisory, words) : words.say('label.announcement'),
    words.say('health.updated', { time: at(advisory.updatedAt) }),
    ...(isServiceMuted ? [words.say('label.service-muted')] : []),
  ];
  const of = { advisory: advisory.id, in: 'health', ...list } as const;
  return {
    headline: `**${id}** ${headlineOf(advisory)}`,
    line: line.filter((part) => part !== '').join(words.label('label.separator')),
    buttons: [
      button(words.label(isFollowed ? 'button.unfollow' : 'button.follow'), { do: 'follow', on: !isFollowed, ...of }),
      ...(isServiceMuted ? [] : [button(words.label(isMuted ? 'button.unmute' : 'button.mute'), { do: 'mute', on: !isMuted, ...of })]),
    ],
  };
}

function linkTo(site: string, id: string, kind: 'issue' | 'message'): string {
  return kind === 'issue' ? `${site}#/servicehealth/:/alerts/${id}` : `${site}#/MessageCenter/:/messages/${id}`;
}

function scopeOf({ services }: HealthView, words: Words): string {
  if (services === null) return words.say('health.of-all');
  return words.say('health.of-services', { services: servicesInWords(services, words) });
}

function freshnessOf({ freshness: { readAt, now, isFailing } }: HealthView, words: Words): string {
  if (readAt === null) return words.say('note.data-none');
  return words.say(isFailing ? 'note.data-stale' : 'note.data-age', { age: ago(readAt, now, words) });
}
