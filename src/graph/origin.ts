/** Where requests really go, and the Graph root they are written for. */
export interface GraphPlace {
  /** A root the client knows; it sends tokens nowhere else. */
  readonly root: string;
  /** The same, or a server on this machine that stands in for it. */
  readonly target: string;
  /** What a token must be for. */
  readonly scope: string;
}

/** The roots of the clouds that serve Service Communications, as the Graph client knows them. */
const ROOTS = [
  'https://graph.microsoft.com',
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
  'https://microsoftgraph.chinacloudapi.cn',
];

/**
 * Reads an origin: a Graph root, or plain HTTP on loopback. The client sends its token to known https hosts only and mangles
 * next links that begin with `http://`, so on loopback it speaks to the global root and only the last handler turns to `target`.
 */
export function placeOf(origin: string): GraphPlace {
  const url = new URL(origin);
  const root = ROOTS.find((known) => known === url.origin);
  if (root !== undefined) return { root, target: root, scope: `${root}/.default` };
  if (url.protocol === 'http:' && isLoopback(url.hostname)) {
    const [global = ''] = ROOTS;
    return { root: global, target: url.origin, scope: `${global}/.default` };
  }
  throw new Error(`"${url.origin}" cannot be the Graph origin: it must be one of ${ROOTS.join(', ')}, or plain http on this machine.`);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
