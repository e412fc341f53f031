import { MANIFEST_FOLDER, readSources, type Sources } from '../../src/manifest/sources.ts';

/** As the package of an organisation would be made. */
export const PUBLICATION = {
  appId: '2f6b1c9e-4d0a-4b7e-9c3f-5a8d7e6b1c20',
  botId: '7c1d5f1e-3b1f-4a53-9a1f-0d8f0a4e9b11',
  domain: 'kiku.contoso.example',
  publisher: 'Contoso',
  website: 'https://kiku.contoso.example/about',
  privacy: 'https://kiku.contoso.example/privacy',
  terms: 'https://kiku.contoso.example/terms',
};

/** What is in the repository, filled in. */
export function ourSources(): Sources {
  return readSources(MANIFEST_FOLDER, PUBLICATION, '1.2.3');
}
