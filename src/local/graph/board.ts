import { z } from 'zod';
import { type Announcement, iso, post, SYNTHETIC } from './announcements.ts';
import { readSaved, writeSaved } from './board-file.ts';
import { applyChange, changeSchema } from './change.ts';
import { otherSamples } from './other-samples.ts';
import { oneDriveSamples, SIGN_IN_FAULT, signInFault } from './samples.ts';

const words = (most: number) => z.string().trim().min(1).max(most);

const publishSchema = z.object({
  service: words(100),
  title: words(300),
  impact: words(2_000),
  feature: words(100).nullable().default(null),
  classification: z.enum(['advisory', 'incident']).default('advisory'),
  status: words(60).default('serviceDegradation'),
  /** The first post; left out, the impact. */
  text: words(10_000).optional(),
});

/** Two letters as Microsoft gives them; they promise nothing about the service. */
const PREFIXES: Readonly<Record<string, string>> = {
  'OneDrive for Business': 'OD',
  'SharePoint Online': 'SP',
  'Exchange Online': 'EX',
  'Microsoft Teams': 'TM',
  'Identity Service': 'IT',
};

/**
 * Everything that is published in this pretended tenant. With `file`, what people published, changed and removed survives a
 * restart; untouched samples are made anew, so that their dates stay near now.
 */
export class Board {
  readonly #now: () => number;
  readonly #file: string | null;
  readonly #entries = new Map<string, Announcement>();
  readonly #changed = new Set<string>();
  readonly #removed = new Set<string>();

  constructor(now: () => number, file: string | null) {
    this.#now = now;
    this.#file = file;
    for (const entry of [...oneDriveSamples(now()), ...otherSamples(now())]) this.#entries.set(entry.value.id, entry);
    if (file !== null) this.#restore(file);
  }

  /** Everything, what is switched off too. */
  list(): readonly Announcement[] {
    return [...this.#entries.values()];
  }

  /** Publishes an issue and returns it. Throws `z.ZodError` when `request` says too little. */
  publish(request: unknown): Announcement {
    const asked = publishSchema.parse(request);
    const at = this.#now();
    const id = this.#freshId(asked.service);
    return this.#put({
      kind: 'issue',
      isOn: true,
      isSample: false,
      value: {
        id,
        title: asked.title,
        service: asked.service,
        impactDescription: asked.impact,
        feature: asked.feature,
        featureGroup: asked.feature,
        classification: asked.classification,
        origin: 'microsoft',
        status: asked.status,
        isResolved: false,
        highImpact: null,
        startDateTime: iso(at),
        endDateTime: null,
        lastModifiedDateTime: iso(at),
        details: SYNTHETIC,
        posts: [post(at, asked.text ?? `Title: ${asked.title}\n\nUser impact: ${asked.impact}`)],
      },
    });
  }

  /** Shows an announcement exactly as it is, in the place of one with its id. */
  show(entry: Announcement): void {
    this.#put(entry);
  }

  /** Changes one and returns it; `null` when there is none. Throws `z.ZodError` when `request` is no change. */
  change(id: string, request: unknown): Announcement | null {
    const change = changeSchema.parse(request);
    const entry = this.#entries.get(id);
    if (entry === undefined) return null;
    const begun = change.isOn === true && !entry.isOn && id === SIGN_IN_FAULT ? begunNow(entry, this.#now()) : entry;
    return this.#put({ ...applyChange(begun, change, this.#now()), isOn: change.isOn ?? begun.isOn });
  }

  /** Whether there was one to remove. */
  remove(id: string): boolean {
    if (!this.#entries.delete(id)) return false;
    this.#changed.delete(id);
    this.#removed.add(id);
    this.#save();
    return true;
  }

  #put(entry: Announcement): Announcement {
    this.#entries.set(entry.value.id, entry);
    this.#changed.add(entry.value.id);
    this.#removed.delete(entry.value.id);
    this.#save();
    return entry;
  }

  /** Two letters for the service, then a number that is not taken. */
  #freshId(service: string): string {
    const prefix = PREFIXES[service] ?? 'MO';
    let number = 900_301;
    while (this.#entries.has(`${prefix}${number}`)) number += 1;
    return `${prefix}${number}`;
  }

  #save(): void {
    if (this.#file === null) return;
    writeSaved(this.#file, { changed: this.list().filter((entry) => this.#changed.has(entry.value.id)), removed: [...this.#removed] });
  }

  #restore(file: string): void {
    const saved = readSaved(file);
    for (const entry of saved.changed) {
      this.#entries.set(entry.value.id, entry);
      this.#changed.add(entry.value.id);
    }
    for (const id of saved.removed) {
      this.#entries.delete(id);
      this.#removed.add(id);
    }
  }
}

/** A fault that is switched on begins now, not when the server was started; and nothing in Service Health ever becomes older than it was. */
function begunNow(entry: Announcement, now: number): Announcement {
  const value = signInFault(now);
  const isLater = Date.parse(entry.value.lastModifiedDateTime) > Date.parse(value.lastModifiedDateTime);
  return { ...entry, kind: 'issue', value: isLater ? { ...value, lastModifiedDateTime: iso(now) } : value };
}
