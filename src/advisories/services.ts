import type { FactValue } from '../triage/facts.ts';

/** A service as people know it. Its name is a phrase, `label.service-…` with the id. */
export interface Service {
  readonly id: string;
  /** What Service Health calls it: that differs from tenant to tenant, and from year to year. */
  readonly names: readonly string[];
  /** Values of the fact `product` that are this service. */
  readonly products: readonly FactValue[];
  /** Those that do not work without it. */
  readonly behind: readonly FactValue[];
}

const EVERY_PRODUCT = ['onedrive', 'sharepoint', 'outlook', 'teams', 'office'];

/** The services that Kiku's problems depend on. */
export const SERVICES: readonly Service[] = [
  { id: 'onedrive', names: ['OneDrive for Business', 'Microsoft OneDrive', 'OneDrive'], products: ['onedrive'], behind: [] },
  { id: 'sharepoint', names: ['SharePoint Online', 'SharePoint'], products: ['sharepoint'], behind: ['onedrive', 'office'] },
  { id: 'exchange', names: ['Exchange Online', 'Exchange', 'Outlook'], products: ['outlook', 'exchange-hybrid'], behind: [] },
  { id: 'teams', names: ['Microsoft Teams', 'Teams'], products: ['teams'], behind: [] },
  {
    id: 'apps',
    names: ['Microsoft 365 Apps', 'Microsoft 365 apps', 'Office for the web', 'Microsoft 365 for the web', 'Office'],
    products: ['office'],
    behind: [],
  },
  {
    id: 'sign-in',
    names: ['Identity Service', 'Microsoft Entra ID', 'Microsoft Entra', 'Azure Active Directory', 'Entra'],
    products: [],
    behind: EVERY_PRODUCT,
  },
  { id: 'suite', names: ['Microsoft 365 suite', 'Microsoft 365'], products: [], behind: EVERY_PRODUCT },
  { id: 'intune', names: ['Microsoft Intune', 'Intune'], products: [], behind: [] },
];

/** The service that Service Health, or somebody in writing, calls `name`. */
export function serviceCalled(name: string): Service | null {
  const wanted = name.trim().toLowerCase();
  return SERVICES.find((service) => service.id === wanted || service.names.some((one) => one.toLowerCase() === wanted)) ?? null;
}

/** Everything that Service Health may call the service that it calls `name`. */
export function namesOf(name: string): readonly string[] {
  return serviceCalled(name)?.names ?? [name];
}
