import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Admission, createAdmission, REMEMBERED_MS } from '../../src/access/admission.ts';

const MINUTE = 60_000;
const AOI = { tenant: 't', id: 'aoi' };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let clock: number;
/** What the directory says; `null`: nothing. */
let says: boolean | null;
let questions: number;
let remembered: Map<string, number>;
let admission: Admission;

beforeEach(() => {
  [clock, says, questions, remembered] = [1_000_000_000_000, true, 0, new Map()];
  admission = create();
});

const create = () =>
  createAdmission({
    group: {
      async has() {
        questions += 1;
        if (says === null) throw new Error('silence');
        return says;
      },
    },
    admitted: {
      lastIn: async ({ id }) => remembered.get(id) ?? null,
      wasIn: async ({ id }, at) => void remembered.set(id, at),
    },
    now: () => clock,
    log: silent,
  });

describe('who may use Kiku', () => {
  it('is who the directory says is in the group', async () => {
    expect(await admission.standing(AOI)).toBe('in');
    says = false;
    expect(await admission.standing({ ...AOI, id: 'ken' })).toBe('out');
  });

  it('is not asked about again for some minutes, nor twice at the same time', async () => {
    await Promise.all([admission.standing(AOI), admission.standing(AOI)]);
    clock += 9 * MINUTE;
    await admission.standing(AOI);

    expect(questions).toBe(1);
  });

  it('is no longer who has left the group, ten minutes later at the most', async () => {
    await admission.standing(AOI);
    says = false;
    clock += 10 * MINUTE;

    expect(await admission.standing(AOI)).toBe('out');
  });

  it('is at once, more or less, who was added to it', async () => {
    says = false;
    await admission.standing(AOI);
    says = true;
    clock += MINUTE;

    expect(await admission.standing(AOI)).toBe('in');
  });
});

describe('while the directory is silent', () => {
  beforeEach(() => {
    says = null;
  });

  it('nobody who is new is let in', async () => {
    expect(await admission.standing(AOI)).toBe('unknown');
  });

  it.each([
    ['lately is let in', REMEMBERED_MS - 1, 'in'],
    ['long ago is not', REMEMBERED_MS, 'unknown'],
  ])('whoever was in the group %s', async (_what, ago, standing) => {
    remembered.set('aoi', clock - ago);

    expect(await admission.standing(AOI)).toBe(standing);
  });

  it('the directory is not asked with every message', async () => {
    remembered.set('aoi', clock);

    for (const person of [AOI, { ...AOI, id: 'new' }]) for (let count = 0; count < 5; count += 1) await admission.standing(person);

    expect(questions).toBe(2);
  });

  it('what it says afterwards holds soon', async () => {
    await admission.standing(AOI);
    says = true;
    clock += 15_000;

    expect(await admission.standing(AOI)).toBe('in');
  });
});

describe('what is remembered', () => {
  it('outlives a restart', async () => {
    await admission.standing(AOI);
    await admission.took(AOI);
    says = null;

    expect(await create().standing(AOI)).toBe('in');
  });

  it('is when the directory said so, and not that somebody was let in while it was silent', async () => {
    const [seen] = [clock];
    remembered.set('aoi', seen);
    says = null;
    clock += REMEMBERED_MS - MINUTE;
    await admission.standing(AOI);
    await admission.took(AOI);

    expect(remembered.get('aoi')).toBe(seen);
  });

  it('is written once for each answer of the directory, and never of somebody who is out', async () => {
    await admission.standing(AOI);
    await admission.took(AOI);
    remembered.clear();
    await admission.took(AOI);
    says = false;
    clock += 11 * MINUTE;
    await admission.standing(AOI);
    await admission.took(AOI);

    expect(remembered.size).toBe(0);
  });
});
