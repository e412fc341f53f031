import type { FactValue } from '../triage/facts.ts';
import type { Deed, Failure } from './failures.ts';

/** `partly`: it is about one of several products that a person's trouble may be about. `elsewhere`: it is about another product. */
export type Fit = 'fits' | 'partly' | 'elsewhere';

const OWN = ['onedrive', 'sharepoint', 'outlook', 'teams', 'office'];
const FITS: readonly Fit[] = ['fits', 'partly', 'elsewhere'];

/** Whether all that is named are products other than the person's, and none of them stands on the other. */
export function isFar(named: readonly string[], own: readonly FactValue[]): boolean {
  const isEachNamed = named.length > 0 && own.length > 0 && [...named, ...own].every((product) => OWN.includes(product));
  return isEachNamed && !named.some((one) => own.some((product) => file(product) === file(one)));
}

/** How what fails fits the products that a person's trouble may be about; `far`: of something that has nothing to do with them; `null`: nothing of these deeds fails. */
export function fitOf(
  said: { readonly products: readonly string[]; readonly failures: readonly Failure[] },
  deeds: readonly Deed[],
  own: readonly FactValue[],
): Fit | 'far' | null {
  const fits = said.failures
    .filter((failure) => deeds.includes(failure.deed))
    .map(({ products }): Fit | 'far' => {
      const named = products.length > 0 ? products : said.products;
      const isEach = own.every((product) => named.includes(product));
      if (isEach || named.includes('suite')) return 'fits';
      return own.some((product) => named.includes(product)) ? 'partly' : isFar(named, own) ? 'far' : 'elsewhere';
    });
  return FITS.find((fit) => fits.includes(fit)) ?? fits[0] ?? null;
}

/** OneDrive stands on SharePoint, and SharePoint's files are synchronised by OneDrive. */
function file(product: string): string {
  return product === 'sharepoint' ? 'onedrive' : product;
}
