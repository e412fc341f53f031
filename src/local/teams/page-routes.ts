import { z } from 'zod';
import { parseFault } from './faults.ts';
import { sentFileSchema } from './files.ts';
import { type Reply, refusal } from './http.ts';
import type { PageWorld } from './page-world.ts';
import { LOCAL_BOT, type LocalPerson } from './people.ts';

/** What may be shown on the page; everything else is only downloaded. */
const SHOWN = /^image\/(?:png|jpeg|gif)$/;

const person = z.string().min(1).max(100);
const id = z.string().min(1).max(200);
const texts = z.record(z.string(), z.string());

const action = z.object({
  type: z.enum(['Action.Execute', 'Action.Submit']),
  title: z.string().default(''),
  id: z.string().nullable().default(null),
  verb: z.string().nullable().default(null),
  data: z.record(z.string(), z.unknown()).default({}),
});

const openSchema = z.object({ person });
const saySchema = z.object({
  person,
  conversation: z.string().optional(),
  thread: z.string().nullable().default(null),
  text: z.string().max(200_000),
  files: z.array(sentFileSchema).max(2).default([]),
});
const editSchema = z.object({ person, conversation: z.string().optional(), id, text: z.string().min(1).max(200_000) });
const unsaySchema = editSchema.omit({ text: true });
const consentSchema = z.object({ isGiven: z.boolean() });
const retrySchema = z.object({ person, conversation: z.string(), id });
const tapSchema = z.object({ person, conversation: z.string(), id, action, inputs: texts.default({}) });

/** What the page reads: who is there, and what was said. */
export function readLocal(world: PageWorld, pathname: string): Reply {
  const { places, conversations, faults, files } = world;
  if (pathname === '/local/world') {
    const people = places.people.map(({ key, name, aadObjectId, locale, timeZone, isOutside }) => ({
      ...{ key, name, id: aadObjectId, locale, timeZone },
      isInTeam: !isOutside,
    }));
    const { key, name, team, owners } = places.channel;
    const channel = { key, name, team, owners, hearsAll: conversations.read(key).hearsAll };
    const others = places.channels.slice(1).map((one) => ({ key: one.key, name: one.name, team: one.team }));
    return { status: 200, body: { bot: { name: LOCAL_BOT.name }, people, channel, others, hasAdvisories: world.graphOrigin !== null } };
  }
  if (pathname === '/local/faults') return { status: 200, body: { faults: faults.list() } };
  const [, , area, key = ''] = pathname.split('/');
  if (area === 'conversations' && (places.person(key) !== null || places.channelOf(key) !== null))
    return { status: 200, body: conversations.read(key) };
  const file = area === 'files' ? files.find(key) : null;
  if (file !== null) {
    const type = SHOWN.test(file.type) ? file.type : 'application/octet-stream';
    return { status: 200, body: file.bytes, headers: { 'content-type': type, 'content-disposition': 'attachment' } };
  }
  return refusal(404, 'NotFound', 'There is no such route.');
}

/** What the page does for a person. */
export async function changeLocal(world: PageWorld, pathname: string, body: unknown): Promise<Reply> {
  const { acts, conversations, places, faults } = world;
  switch (pathname) {
    case '/local/open':
      return withPerson(world, openSchema.parse(body), async (who) => {
        await acts.open(who);
        return ok(conversations.read(who.key));
      });
    case '/local/remove':
      return withPerson(world, openSchema.parse(body), async (who) => {
        await acts.remove(who);
        return ok(conversations.read(who.key));
      });
    case '/local/say': {
      const of = saySchema.parse(body);
      if (of.text.trim() === '' && of.files.length === 0) return refusal(400, 'BadArgument', 'There is nothing to send.');
      const channel = places.channelOf(of.conversation ?? '');
      return withPerson(world, of, async (who) =>
        ok(await (channel === null ? acts.say(who, of.text, of.files) : acts.sayInChannel(who, of.text, of.thread, of.files, channel.key))),
      );
    }
    case '/local/edit': {
      const of = editSchema.parse(body);
      return withPerson(world, of, async (who) => okOrGone(await acts.edit(who, of.id, of.text, keyOf(world, who, of.conversation))));
    }
    case '/local/unsay': {
      const of = unsaySchema.parse(body);
      return withPerson(world, of, async (who) => okOrGone(await acts.unsay(who, of.id, keyOf(world, who, of.conversation))));
    }
    case '/local/consent': {
      const { isGiven } = consentSchema.parse(body);
      conversations.setHearsAll(places.channel.key, isGiven);
      return ok({ hearsAll: isGiven });
    }
    case '/local/retry': {
      const of = retrySchema.parse(body);
      return withPerson(world, of, async (who) => okOrGone(await acts.retry(who, keyOf(world, who, of.conversation), of.id)));
    }
    case '/local/tap': {
      const of = tapSchema.parse(body);
      return withPerson(world, of, async (who) => okOrGone(await acts.tap(who, keyOf(world, who, of.conversation), of)));
    }
    case '/local/faults':
      faults.inject(parseFault(body));
      return { status: 201, body: { faults: faults.list() } };
    default:
      return refusal(404, 'NotFound', 'There is no such route.');
  }
}

/** A person acts in the channel or in their own chat, never in somebody else's. */
function keyOf({ places }: PageWorld, who: LocalPerson, conversation: string | undefined): string {
  return places.channelOf(conversation ?? '')?.key ?? who.key;
}

async function withPerson(world: PageWorld, of: { readonly person: string }, run: (who: LocalPerson) => Promise<Reply>): Promise<Reply> {
  const who = world.places.person(of.person);
  return who === null ? refusal(404, 'NotFound', 'There is no such person.') : run(who);
}

function ok(body: unknown): Reply {
  return { status: 200, body };
}

function okOrGone(body: unknown): Reply {
  return body === null ? refusal(404, 'NotFound', 'The message is not there.') : ok(body);
}
