import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { checkIcons } from './check-icons.ts';
import { checkTexts } from './check-texts.ts';
import type { Manifest, Sources } from './sources.ts';

/**
 * The permissions that a team is asked for when Kiku is added to it, and what each is for. A manifest that names another one, or lacks one, is refused.
 */
export const TEAM_PERMISSIONS: Readonly<Record<string, string>> = {
  'ChannelMessage.Read.Group': 'what agents write in the thread of a case reaches the employee without naming Kiku each time',
  'TeamMember.Read.Group': 'only an owner of the team makes a channel the helpdesk’s',
};

/** Everything that is wrong with what would be packed, a sentence each; nothing is asked of the network. */
export async function checkSources({ manifest, languages, icons }: Sources): Promise<readonly string[]> {
  return [
    ...(await checkSchema(manifest)),
    ...unfilled(manifest),
    ...checkTexts(manifest, languages),
    ...checkPermissions(manifest),
    ...checkIcons(icons),
  ];
}

async function checkSchema(manifest: Manifest): Promise<readonly string[]> {
  // The validator reads any object; its type only lists what the schema says anyway.
  const faults = await AppManifestUtils.validateAgainstSchema(manifest as unknown as TeamsManifest);
  return faults.map((fault) => `manifest.json against Microsoft's schema: ${fault}`);
}

function unfilled(manifest: Manifest): readonly string[] {
  return [...JSON.stringify(manifest).matchAll(/\{\{[^{}]*\}\}/g)].map(([place]) => `manifest.json: nothing is known to put in place of ${place}.`);
}

function checkPermissions({ authorization }: Manifest): readonly string[] {
  const asked = authorization.permissions.resourceSpecific.map(({ name }) => name);
  return [
    ...asked.flatMap((name) => (Object.hasOwn(TEAM_PERMISSIONS, name) ? [] : [`manifest.json asks for ${name}, which Kiku does not use.`])),
    ...Object.keys(TEAM_PERMISSIONS).flatMap((name) => (asked.includes(name) ? [] : [`manifest.json does not ask for ${name}, which Kiku uses.`])),
  ];
}
