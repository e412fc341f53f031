import { describe, expect, it } from '@jest/globals';
import { TenantRest } from '../../src/turn/tenant-rest.ts';

const at = (tenant: string, conversation: string) => ({ serviceUrl: 'http://127.0.0.1/', tenant, conversation, bot: { id: 'bot', name: 'Kiku' } });

describe('answers to people when Teams says 429', () => {
  it('go on in other chats as long as only one was told so, however often', () => {
    const rest = new TenantRest();
    rest.asked(at('contoso', 'a:one'), 0, 3_000);
    rest.asked(at('contoso', 'a:one'), 1_000, 4_000);

    expect(rest.holds('contoso', 1_001)).toBe(false);
  });

  it('wait in all chats of the tenant once another was told the same meanwhile, until the time it was told', () => {
    const rest = new TenantRest();
    rest.asked(at('contoso', 'a:one'), 0, 3_000);
    rest.asked(at('contoso', 'a:two'), 2_999, 5_000);

    expect([4_999, 5_000].map((now) => rest.holds('contoso', now))).toEqual([true, false]);
    expect(rest.holds('fabrikam', 4_999)).toBe(false);
  });

  it('go on when the other was told so only after the first rest was over', () => {
    const rest = new TenantRest();
    rest.asked(at('contoso', 'a:one'), 0, 3_000);
    rest.asked(at('contoso', 'a:two'), 3_000, 5_000);

    expect(rest.holds('contoso', 3_001)).toBe(false);
  });
});
