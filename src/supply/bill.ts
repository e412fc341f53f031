import { z } from 'zod';
import type { ThirdParty } from './third-party.ts';

const component = z.looseObject({
  'bom-ref': z.string(),
  name: z.string(),
  version: z.string(),
  hashes: z.array(z.looseObject({ content: z.string().min(1) })).min(1),
});
const bill = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string(), name: z.string() }) }),
  components: z.array(component),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
});

/** A software bill of materials as npm writes it (CycloneDX): every package with the hash of what was installed. */
export type Bill = z.infer<typeof bill>;

/**
 * npm's bill of everything, cut down to what runs in production. Not by npm's own `--omit dev`: that one (11.19) leaves out packages that something for
 * development needs as well, such as `pg`. Named after the program, where npm takes the name of the folder. Throws when a package has no hash.
 */
export function billOf(json: unknown, all: readonly ThirdParty[], program: string): Bill {
  const read = bill.parse(json);
  const running = new Set(all.filter(({ isForDevelopment }) => !isForDevelopment).map(({ name, version }) => `${name}@${version}`));
  const components = read.components.filter(({ name, version }) => running.has(`${name}@${version}`));
  const root = read.metadata.component;
  const kept = new Set([root['bom-ref'], ...components.map((one) => one['bom-ref'])]);
  return {
    ...read,
    metadata: { ...read.metadata, component: { ...root, name: program, type: 'application' } },
    components,
    dependencies: read.dependencies
      .filter(({ ref }) => kept.has(ref))
      .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => kept.has(ref)) })),
  };
}
