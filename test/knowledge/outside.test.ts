import { describe, expect, it } from '@jest/globals';
import { run } from '../cli/lines.ts';
import { type Asked, type Audience, type GivenFacts, knowledge, type Told, told } from './outside-advice.ts';
import { advisories } from './outside-advisories.ts';
import { entriesByProblem, inShort, numbers, shuffled, situation, valuesOf } from './outside-cases.ts';
import { rules } from './outside-rules.ts';

const SITUATIONS = 21_000;
const OTHERS = 1_500;

const ENTRIES = entriesByProblem((facts) => told({ facts, audience: 'helpdesk' }).problem);
const ids = (answer: Told) => answer.steps.map((step) => step.id);
const way = (answer: Told) => JSON.stringify([answer.problem, ids(answer), answer.stop.kind, answer.stop.id]);
const DANGEROUS = ['/leave', '/forcerecovery', '/reset', 'Enable-TlsCipherSuite', 'winsock reset', 'DefaultSecureProtocols', 'reg delete', 'chkdsk'];
const lists = ['none', 'open', 'closed', 'unrelated', 'OD255960'] as const;

/** Collects what is wrong, by rule, with one example each. */
class Findings {
  readonly #found = new Map<string, { count: number; example: string }>();

  add(rule: string, fault: string, asked: Asked): void {
    const key = `${rule}: ${fault}`;
    const known = this.#found.get(key);
    this.#found.set(key, known === undefined ? { count: 1, example: inShort(asked) } : { ...known, count: known.count + 1 });
  }

  get all(): readonly string[] {
    return [...this.#found].map(([key, { count, example }]) => `${key} (${count} times; ${example})`);
  }
}

/** Runs `look` over so many situations that the seed makes, for one reader after the other. */
function over(count: number, seed: number, look: (asked: Asked, random: () => number, findings: Findings) => void): readonly string[] {
  const random = numbers(seed);
  const findings = new Findings();
  for (let at = 0; at < count; at += 1) {
    const facts = situation(random, ENTRIES);
    const audience: Audience = at % 2 === 0 ? 'helpdesk' : 'employee';
    look({ facts, audience, locale: at % 4 < 2 ? 'en' : 'ja' }, random, findings);
  }
  return findings.all;
}

describe('what is told, judged from outside', () => {
  const seen = new Set<string>();
  const see = (asked: Asked, answer: Told) => {
    for (const what of [answer.stop.kind, answer.problem]) if (what !== null) seen.add(what);
    for (const step of answer.steps) {
      seen.add(step.id);
      seen.add(asked.audience === 'employee' && step.risk === 'R2' ? 'R2 for an employee' : step.risk);
      for (const what of DANGEROUS) if (step.commands.some((text) => text.includes(what))) seen.add(what);
    }
  };

  it('keeps every rule, whatever is asked', () => {
    const findings = over(SITUATIONS, 20_261_122, (asked, random, found) => {
      const list = lists[random() < 0.7 ? 0 : Math.floor(random() * lists.length)] ?? 'none';
      const whole = list === 'none' ? asked : { ...asked, advisories: advisories[list] };
      const english = told({ ...whole, locale: 'en' });
      for (const rule of rules) for (const fault of rule.faults({ ...whole, locale: 'en' }, english)) found.add(rule.name, fault, asked);
      if (whole.locale === 'ja') {
        const japanese = told(whole);
        if (way(japanese) !== way(english)) found.add('the language', 'decides', asked);
        for (const step of japanese.steps) if (!/[぀-ヿ一-鿿]/.test(step.title)) found.add('titles are Japanese', step.id, asked);
      }
      see(asked, english);
    });

    expect(findings).toEqual([]);
  });

  it('has looked at every step, every kind of end and every command that is dangerous', () => {
    const kinds = ['escalate', 'wait', 'upgrade', 'web', 'none'];
    const expected = [...DANGEROUS, ...kinds, ...knowledge.problems.keys(), ...knowledge.steps.keys(), 'R2 for an employee', 'R3'];

    expect(expected.filter((what) => !seen.has(what))).toEqual([]);

    expect([...ENTRIES.keys()].length).toBe(knowledge.problems.size + 1);
  });

  it('judges what the command says, word for word', async () => {
    const random = numbers(8);
    const asked = Array.from(
      { length: 60 },
      (_, at): Asked => ({ facts: situation(random, ENTRIES), audience: at % 2 === 0 ? 'helpdesk' : 'employee', locale: 'en' }),
    );

    const said = (
      await run(
        'advise',
        [],
        asked.map((line, id) => ({ id, ...line })),
      )
    ).json();

    expect(said.map(({ problem, asks, steps }) => ({ problem, asks, steps }))).toEqual(
      asked.map((line) => {
        const { problem, asks, steps } = told(line);
        return { problem, asks, steps };
      }),
    );
    expect(said.map(({ stop }) => stop)).toEqual(asked.map((line) => expect.objectContaining({ kind: told(line).stop.kind })));
  });

  it('shows an employee a part of what the helpdesk is shown, in the same order', () => {
    const findings = over(OTHERS * 2, 2, (asked, _random, found) => {
      const employee = told({ ...asked, audience: 'employee' });
      const helpdesk = told({ ...asked, audience: 'helpdesk' });
      const own = new Set(ids(employee));
      if (
        ids(helpdesk)
          .filter((id) => own.has(id))
          .join(' ') !== ids(employee).join(' ')
      )
        found.add('part', `${ids(employee)} of ${ids(helpdesk)}`, asked);
      const isOwner = asked.facts.device === 'personal' && asked.facts.rights === 'admin';
      const more = helpdesk.steps.filter(({ id }) => !own.has(id));
      for (const step of more) {
        if (step.audience !== 'helpdesk' && step.risk !== 'R3' && (step.risk !== 'R2' || isOwner))
          found.add('withheld', `${step.id} (${step.risk})`, asked);
      }
      if (employee.stop.kind !== helpdesk.stop.kind && employee.problem !== null)
        found.add('stop', `${employee.stop.kind}, ${helpdesk.stop.kind}`, asked);
    });

    expect(findings).toEqual([]);
  });

  it('says the same whatever the order of the facts, and for unknown as for absent', () => {
    const findings = over(OTHERS * 2, 3, (asked, random, found) => {
      const plain = told(asked);
      const other = told({ ...asked, facts: shuffled(asked.facts, random) });
      if (way(plain) !== way(other) || plain.asks.join() !== other.asks.join()) found.add('order', way(other), asked);
      const absent = [...knowledge.facts.values()].filter(
        ({ name }) => asked.facts[name] === undefined && !['code', 'symptom', 'product', 'tried'].includes(name),
      );
      for (const { name } of absent) {
        if (random() > 0.3) continue;
        const unknown = told({ ...asked, facts: { ...asked.facts, [name]: ['unknown'] } });
        if (way(plain) !== way(unknown)) found.add('unknown is not absent', name, asked);
        if (unknown.asks.includes(name)) found.add('asked again', name, asked);
      }
    });

    expect(findings).toEqual([]);
  });

  it('shows nothing deeper to somebody who knows less', () => {
    const deciding = ['os', 'web', 'files', 'device', 'rights', 'network', 'join', 'device-auth', 'ciphers'];
    const findings = over(OTHERS * 2, 4, (asked, _random, found) => {
      const deep = new Set(told(asked).steps.flatMap((step) => (step.risk > 'R1' ? [step.id] : [])));
      for (const fact of deciding) {
        // A web that fails leads another way, to the account.
        if (asked.facts[fact] === undefined || asked.facts[fact] === 'fails') continue;
        const less = told({ ...asked, facts: { ...asked.facts, [fact]: ['unknown'] } });
        for (const step of less.steps)
          if (step.risk > 'R1' && step.commands.length > 0 && !deep.has(step.id)) found.add(`without ${fact}`, `${step.id} (${step.risk})`, asked);
      }
    });

    expect(findings).toEqual([]);
  });

  it('asks nothing that can change nothing', () => {
    const findings = over(OTHERS / 4, 5, (asked, random, found) => {
      const plain = told(asked);
      // What also others have may wait for the answer to that.
      if (plain.problem === null || plain.asks.includes('affected')) return;
      for (const name of plain.asks)
        if (name !== 'code' && !matters(asked, plain.asks, name, random))
          found.add('asked, but it decides nothing', `${plain.problem} ${name}`, asked);
    });

    expect(findings).toEqual([]);
  });

  it('takes the problem from a sign-in code, then from the first code that has one, then from the symptom', () => {
    const random = numbers(6);
    const codes = [...knowledge.codes.keys()];
    const alone = (code: string) => told({ facts: { code: [code] }, audience: 'helpdesk' }).problem;
    const wrong = Array.from({ length: OTHERS }, () => {
      const code = [0, 1, 2].map(() => codes[Math.floor(random() * codes.length)] ?? 'none').slice(0, 1 + Math.floor(random() * 3));
      const signIn = code.find((one) => /^(0xcaa|aadsts)/.test(one));
      const expected = signIn === undefined ? (code.map(alone).find((problem) => problem !== null) ?? null) : alone(signIn);
      const answer = told({ facts: { code, product: 'outlook', symptom: 'tls-question', os: ['windows-11'] }, audience: 'employee' });
      const isRight = answer.problem === expected && (expected !== null || answer.stop.kind === 'escalate');
      return isRight ? [] : [`${code.join(' ')}: ${answer.problem}, not ${expected}`];
    });

    expect(wrong.flat()).toEqual([]);
  });

  it('waits for a fault of Microsoft only, and an advisory on which customers act withholds nothing', () => {
    const findings = over(OTHERS, 7, (asked, _random, found) => {
      const plain = told(asked);
      for (const list of ['closed', 'unrelated', 'OD255960'] as const) {
        if (way(told({ ...asked, advisories: advisories[list] })) !== way(plain)) found.add(list, 'changes the way', asked);
      }
      const open = told({ ...asked, advisories: advisories.open });
      const isLight = (risk: string) => risk < 'R2';
      if (open.stop.kind === 'wait') {
        if (open.stop.advisory !== 'OD700001') found.add('open', `names ${open.stop.advisory}`, asked);
        if (!open.steps.every((step) => plain.steps.some(({ id }) => id === step.id) && isLight(step.risk)))
          found.add('open', 'adds or keeps', asked);
        const isBefore = plain.stop.kind === 'upgrade' || asked.facts.internet === 'fails' || /^others/.test(String(asked.facts.affected));
        if (isBefore) found.add('open', 'comes before what comes first', asked);
      } else if (way(open) !== way(plain) && !open.steps.every((step) => isLight(step.risk)))
        found.add('open', 'changes the way without a wait', asked);
    });

    expect(findings).toEqual([]);
  });
});

/** Whether the answer can change the way after some answers to the other questions. */
function matters(asked: Asked, asks: readonly string[], name: string, random: () => number): boolean {
  const others = asks.filter((fact) => fact !== name);
  return Array.from({ length: 150 }).some(() => {
    const more: GivenFacts = Object.fromEntries(
      others.flatMap((fact) => {
        const values = valuesOf(fact);
        return random() < 0.7 ? [[fact, [values[Math.floor(random() * values.length)] ?? 'unknown']]] : [];
      }),
    );
    const whole = { ...asked.facts, ...more };
    const answers = [...valuesOf(name), 'unknown'].map((answer) => told({ ...asked, facts: { ...whole, [name]: [answer] } }));
    return new Set(answers.map((answer) => `${way(answer)} ${answer.asks.filter((fact) => fact !== name).join(' ')}`)).size > 1;
  });
}
