import { describe, expect, it } from '@jest/globals';
import { misspelt } from '../../src/config/misspelt.ts';
import { describeSettings } from '../../src/config/settings.ts';

const KNOWN = describeSettings().map(({ name }) => name);
const among = (names: readonly string[]) => misspelt(Object.fromEntries(names.map((name) => [name, 'value-of-it'])), KNOWN);

describe('a variable that looks like one of ours', () => {
  it.each([
    ['MICROSOFT_APP_TENANTID', 'MICROSOFT_APP_TENANT_ID'],
    ['MicrosoftAppId', 'MICROSOFT_APP_ID'],
    ['MicrosoftAppPassword', 'MICROSOFT_APP_PASSWORD'],
    ['MICROSOFT_APP_PASWORD', 'MICROSOFT_APP_PASSWORD'],
    ['DATABSAE_URL', 'DATABASE_URL'],
    ['HELPDESK_HOUR', 'HELPDESK_HOURS'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['ALLOWED_TENANT', 'ALLOWED_TENANTS'],
  ])('%s is told, with the one that may be meant, and without its value', (name, meant) => {
    const [sentence = '', ...rest] = among([name]);

    expect(rest).toEqual([]);
    expect(sentence).toContain(name);
    expect(sentence).toContain(meant);
    expect(sentence).not.toContain('value-of-it');
  });

  it('is somebody else’s when the one of ours is set as well', () => {
    expect(among(['LOGLEVEL', 'LOG_LEVEL'])).toEqual([]);
  });
});

it('what other programs, platforms and shells set is left alone', () => {
  const others = ['HOME', 'PATH', 'PWD', 'HOSTNAME', 'HOSTTYPE', 'LANG', 'USER', 'PORTS', 'TZ', 'NODE_OPTIONS', 'NODE_PATH', 'NODE_EXTRA_CA_CERTS'];
  const platforms = [
    'CONTAINER_APP_NAME',
    'CONTAINER_APP_HOSTNAME',
    'IDENTITY_ENDPOINT',
    'IDENTITY_HEADER',
    'MSI_ENDPOINT',
    'WEBSITE_HOSTNAME',
    'APPINSIGHTS_INSTRUMENTATIONKEY',
  ];
  const databases = ['PGHOST', 'PGDATABASE', 'PGDATA', 'PGPORT', 'PGPASSWORD', 'AZURE_CLIENT_ID', 'AZURE_TENANT_ID', 'AZURE_CLIENT_SECRET'];
  const npm = ['npm_config_port', 'npm_lifecycle_event', 'npm_package_name', 'INIT_CWD', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'DEBUG', 'CI'];
  const traces = [
    'OTEL_TRACES_SAMPLER',
    'OTEL_RESOURCE_ATTRIBUTES',
    'OTEL_EXPORTER_OTLP_PROTOCOL',
    'OTEL_EXPORTER_OTLP_TIMEOUT',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'APPLICATIONINSIGHTS_CONNECTION_STRING',
    'KUBERNETES_SERVICE_HOST',
    'KUBERNETES_PORT',
    'SHLVL',
  ];

  expect(among([...others, ...platforms, ...databases, ...npm, ...traces])).toEqual([]);
});
