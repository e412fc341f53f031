import { createHash } from 'node:crypto';

/** Somebody who can write to Kiku in the local Teams. */
export interface LocalPerson {
  /** Short name for URLs, tests and the page, such as `aiko`. */
  readonly key: string;
  readonly name: string;
  /** The channel's id of the person, `29:…`. */
  readonly id: string;
  /** The Entra object id. */
  readonly aadObjectId: string;
  readonly tenant: string;
  /** BCP 47. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
  /** The id of the private chat with Kiku, `a:…`. */
  readonly conversation: string;
  /** Not in the team whose channel this is. */
  readonly isOutside: boolean;
}

/** A channel of the one team that everybody of the cast is in. */
export interface LocalChannel {
  readonly key: string;
  readonly name: string;
  readonly team: string;
  readonly teamId: string;
  /** The id of the team's group in Entra. */
  readonly groupId: string;
  /** Keys of the people who own the team. */
  readonly owners: readonly string[];
  /** The channel's id, `19:…@thread.tacv2`; a thread adds `;messageid=…`. */
  readonly id: string;
}

/** The tenant of the cast. */
export const LOCAL_TENANT = '5e1f0a3c-0d52-4c0e-9b1a-6f6b69a0c0de';

/** How the local Teams addresses Kiku. */
export const LOCAL_BOT = { id: '28:6b696b75-0000-4000-8000-000000000001', name: 'Kiku' } as const;

/** A person with ids that follow from the key, so that they are the same after every restart. */
export function localPerson(of: { key: string; name: string; locale: string; timeZone: string; tenant?: string; isOutside?: boolean }): LocalPerson {
  const tenant = of.tenant ?? LOCAL_TENANT;
  const digest = createHash('sha256').update(`${tenant}/${of.key}`).digest();
  const hex = digest.toString('hex');
  return {
    key: of.key,
    name: of.name,
    id: `29:1${digest.toString('base64url')}`,
    aadObjectId: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
    tenant,
    locale: of.locale,
    timeZone: of.timeZone,
    isOutside: of.isOutside ?? false,
    conversation: `a:1${createHash('sha256').update(`chat/${tenant}/${of.key}`).digest('base64url')}`,
  };
}

/** Who is there when nobody else is asked for. */
export const CAST: readonly LocalPerson[] = [
  localPerson({ key: 'sam', name: 'Sam Rivera', locale: 'en-US', timeZone: 'America/New_York' }),
  localPerson({ key: 'aiko', name: 'Aiko Tanaka', locale: 'ja-JP', timeZone: 'Asia/Tokyo' }),
  localPerson({ key: 'priya', name: 'Priya Nair', locale: 'en-GB', timeZone: 'Europe/London' }),
  localPerson({ key: 'ken', name: 'Ken Sato', locale: 'ja-JP', timeZone: 'Asia/Tokyo' }),
];

/** The channel of the cast. */
export const LOCAL_CHANNEL: LocalChannel = {
  key: 'channel',
  name: 'IT help',
  team: 'Contoso',
  teamId: '19:0c0c7e3f5f0e4a1b8a0bcafe00000001@thread.tacv2',
  groupId: '7c2d3b1e-5a64-4f0e-8c55-0c0c7e3f5f0e',
  owners: ['priya', 'ken'],
  id: '19:0c0c7e3f5f0e4a1b8a0bcafe00000002@thread.tacv2',
};

/** Another channel of the same team: the helpdesk's backup, where somebody names it so. */
export const SECOND_CHANNEL: LocalChannel = {
  ...LOCAL_CHANNEL,
  key: 'channel-2',
  name: 'IT backup',
  id: '19:0c0c7e3f5f0e4a1b8a0bcafe00000003@thread.tacv2',
};
