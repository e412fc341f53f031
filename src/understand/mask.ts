const MASKS: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w.%+-])[\w.%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi, '[email]'],
  [/(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi, '[id]'],
  [/(?<![\w-])S-1-[0-9]{1,3}(?:-[0-9]{1,12}){1,14}/g, '[id]'],
  [/(?<![0-9a-f])(?:[0-9a-f]{64}|[0-9a-f]{40})(?![0-9a-f])/gi, '[thumbprint]'],
  [/(?<![0-9a-f])(?:[0-9a-f]{2} ){19}[0-9a-f]{2}(?![0-9a-f])/gi, '[thumbprint]'],
  [/(?<![0-9.])(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(?![0-9.])/g, '[address]'],
  [/(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![0-9a-f:])/gi, '[address]'],
  [/(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4}(?![0-9a-f:])/gi, '[address]'],
  [/(?<![0-9a-f])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![0-9a-f])/gi, '[address]'],
  [/([a-z]:\\users\\)[^\\/:*?"<>|\r\n]{1,64}/gi, '$1[name]'],
];

/** `text` without what points to a person or a device: addresses, ids, thumbprints, network addresses, profile folders. For anything stored. */
export function maskIdentifiers(text: string): string {
  return MASKS.reduce((masked, [pattern, mark]) => masked.replace(pattern, mark), text);
}
