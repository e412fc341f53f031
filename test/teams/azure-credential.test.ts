import { describe, expect, it } from '@jest/globals';
import { azureCredentials, type BotIdentity } from '../../src/teams/azure-credential.ts';

describe('the credentials on Azure', () => {
  it.each<[BotIdentity]>([
    [{ kind: 'secret', appId: 'bot', tenant: 'contoso', secret: 's' }],
    [{ kind: 'certificate', appId: 'bot', tenant: 'contoso', certificatePath: '/nowhere.pem' }],
    [{ kind: 'managed-identity', appId: 'bot' }],
  ])('are made without asking anybody: %j', (identity) => {
    expect(azureCredentials(identity).appId).toBe('bot');
  });

  it('fail at the first token, not at the start, when the certificate is not there', async () => {
    const { credential } = azureCredentials({ kind: 'certificate', appId: 'bot', tenant: 'contoso', certificatePath: '/nowhere.pem' });

    await expect(credential.getToken('https://api.botframework.com/.default')).rejects.toThrow(/nowhere/);
  });
});
