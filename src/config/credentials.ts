import type { Values } from './settings.ts';

/** How the bot proves who it is. */
export type Credentials =
  | { readonly kind: 'secret'; readonly appId: string; readonly tenantId: string; readonly secret: string }
  | { readonly kind: 'certificate'; readonly appId: string; readonly tenantId: string; readonly certificatePath: string }
  | { readonly kind: 'managed-identity'; readonly appId: string; readonly tenantId: string };

/** The environment as it is given, what is set to nothing left out. */
export type Given = Readonly<Record<string, string | undefined>>;

const NAMES = ['MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_CERTIFICATE'];

/** Whether a cloud is meant at all. */
export function isAnyCredentialSet(given: Given): boolean {
  return NAMES.some((name) => given[name] !== undefined);
}

/** The credentials, or a sentence for each thing that is missing; `null` and no sentence where no cloud is meant. */
export function readCredentials(values: Values, given: Given): { readonly credentials: Credentials | null; readonly faults: readonly string[] } {
  if (!isAnyCredentialSet(given)) return { credentials: null, faults: [] };
  const appId = values.MICROSOFT_APP_ID;
  const tenantId = values.MICROSOFT_APP_TENANT_ID;
  const faults: string[] = [];
  if (given.MICROSOFT_APP_ID === undefined) faults.push('Some Microsoft credentials are set, but MICROSOFT_APP_ID is not.');
  if (given.MICROSOFT_APP_TENANT_ID === undefined) faults.push('Some Microsoft credentials are set, but MICROSOFT_APP_TENANT_ID is not.');
  if (appId === undefined || tenantId === undefined) return { credentials: null, faults };
  if (values.MICROSOFT_APP_TYPE === 'UserAssignedMSI') return { credentials: { kind: 'managed-identity', appId, tenantId }, faults };
  if (values.MICROSOFT_APP_CERTIFICATE !== undefined) {
    return { credentials: { kind: 'certificate', appId, tenantId, certificatePath: values.MICROSOFT_APP_CERTIFICATE }, faults };
  }
  if (values.MICROSOFT_APP_PASSWORD !== undefined) {
    return { credentials: { kind: 'secret', appId, tenantId, secret: values.MICROSOFT_APP_PASSWORD }, faults };
  }
  if (given.MICROSOFT_APP_CERTIFICATE !== undefined) return { credentials: null, faults };
  faults.push('MICROSOFT_APP_TYPE is SingleTenant, so MICROSOFT_APP_PASSWORD or MICROSOFT_APP_CERTIFICATE (the path of a PEM file) must be set.');
  return { credentials: null, faults };
}
