/** Decides which `serviceUrl` may be spoken to: the bot's token goes wherever that address points. */
export interface ServiceHosts {
  accepts(serviceUrl: string): boolean;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Exactly these hosts over https, and, where it is allowed, loopback over http on any port. Never a suffix: anyone can register a name
 * under `trafficmanager.net`.
 */
export function allowServiceHosts(hosts: readonly string[], loopback: 'no' | 'too' | 'only'): ServiceHosts {
  const allowed = new Set(loopback === 'only' ? [] : hosts);

  return {
    accepts(serviceUrl) {
      const url = URL.parse(serviceUrl);
      if (url === null || !isWrittenPlainly(url, serviceUrl)) return false;
      if (url.protocol === 'https:') return url.port === '' && allowed.has(url.hostname);
      return url.protocol === 'http:' && loopback !== 'no' && LOOPBACK.has(url.hostname);
    },
  };
}

/** Whether a listening address or the host of a `Host` header is this machine and nothing else. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || host === '::1';
}

/** Refuses user-info, queries, fragments, backslashes, default ports written out, and whatever else a parser would silently repair. */
function isWrittenPlainly(url: URL, asWritten: string): boolean {
  const isCanonical = url.href === asWritten || url.href === `${asWritten}/`;
  // An empty query or fragment is none to the parser, yet what is put behind it would belong to it.
  return isCanonical && url.username === '' && url.password === '' && !/[?#@]/.test(asWritten);
}
