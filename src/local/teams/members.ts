import { type Reply, refusal } from './http.ts';
import type { LocalPerson } from './people.ts';
import type { Place } from './places.ts';

const MAX_PAGE = 500;

/** `members`, `members/{id}` and `pagedmembers` of a conversation. */
export function membersRoute(place: Place, what: string, id: string | undefined, query: URLSearchParams): Reply {
  if (what === 'members' && id === undefined) return { status: 200, body: place.members.map(account) };
  if (what === 'members') return oneMember(place, id ?? '');
  if (what === 'pagedmembers') return page(place, query);
  return refusal(404, 'NotFound', 'There is no such route.');
}

function oneMember(place: Place, id: string): Reply {
  const member = place.members.find((person) => person.id === id || person.aadObjectId === id);
  return member === undefined
    ? refusal(404, 'MemberNotFoundInConversation', 'The member was not found in the conversation.')
    : { status: 200, body: account(member) };
}

function page(place: Place, query: URLSearchParams): Reply {
  const asked = Number(query.get('pageSize') ?? MAX_PAGE);
  const size = Number.isInteger(asked) && asked > 0 ? Math.min(asked, MAX_PAGE) : MAX_PAGE;
  const token = query.get('continuationToken');
  const from = token === null ? 0 : Number(Buffer.from(token, 'base64url').toString('utf8'));
  if (!Number.isInteger(from) || from < 0) return refusal(400, 'BadArgument', 'The continuation token is not valid.');
  const next = from + size;
  const rest = next < place.members.length ? { continuationToken: Buffer.from(String(next)).toString('base64url') } : {};
  return { status: 200, body: { members: place.members.slice(from, next).map(account), ...rest } };
}

function account(person: LocalPerson) {
  const [givenName = person.name, ...surname] = person.name.split(' ');
  const mail = `${person.key}@contoso.example`;
  return {
    id: person.id,
    name: person.name,
    objectId: person.aadObjectId,
    aadObjectId: person.aadObjectId,
    givenName,
    surname: surname.join(' '),
    email: mail,
    userPrincipalName: mail,
    tenantId: person.tenant,
    userRole: 'user',
  };
}
