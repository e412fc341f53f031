import { FOR_IT, finder, IMPRECISE, isOf, isTrue, type Rule, rank, values } from './outside-rule.ts';

const isSource = finder(/^(00[0-4]|ms:[a-z0-9.-]+)$/);

/** Who is shown what. */
export const readerRules: readonly Rule[] = [
  {
    name: 'R3 never for an employee, R2 only on an own device with administrator rights',
    from: 'contracts',
    faults: (asked, told) => {
      if (asked.audience === 'helpdesk') return [];
      const isOwn = isOf(asked, 'device', 'personal') && isOf(asked, 'rights', 'admin');
      return told.steps.flatMap((step) =>
        isTrue(
          step.audience === 'employee' && (rank(step) < 2 || (rank(step) === 2 && isOwn)),
          `${step.id} (${step.risk}, ${step.audience}) for an employee`,
        ),
      );
    },
  },
  {
    name: 'R3 is for the helpdesk',
    from: 'contracts',
    faults: (_asked, told) =>
      told.steps.flatMap((step) => isTrue(step.risk !== 'R3' || step.audience === 'helpdesk', `${step.id} is R3 for ${step.audience}`)),
  },
  {
    name: 'every step has its source, and one of the documents or of Microsoft',
    from: 'contracts',
    faults: (_asked, told) =>
      told.steps.flatMap((step) => isTrue(step.sources.length > 0 && step.sources.every(isSource), `${step.id}: ${step.sources.join(' ')}`)),
  },
  {
    name: 'titles are in the language of the reader',
    from: 'contracts',
    faults: (asked, told) =>
      told.steps.flatMap((step) =>
        isTrue(step.title !== '' && /[぀-ヿ一-鿿]/.test(step.title) === (asked.locale === 'ja'), `${step.id}: "${step.title}"`),
      ),
  },
  {
    name: 'no step twice',
    from: 'contracts',
    faults: (_asked, told) => isTrue(new Set(told.steps.map(({ id }) => id)).size === told.steps.length, told.steps.map(({ id }) => id).join(' ')),
  },
  {
    name: 'only what is absent or imprecise is asked, and of an employee nothing that only IT can know',
    from: 'contracts',
    faults: (asked, told) =>
      told.asks.flatMap((fact, at) => [
        ...isTrue(
          values(asked, fact).length === 0 || values(asked, fact).some((value) => IMPRECISE.has(value)),
          `${fact} is known: ${values(asked, fact).join(' ')}`,
        ),
        ...isTrue(asked.audience === 'helpdesk' || !FOR_IT.includes(fact), `${fact} is asked of an employee`),
        ...isTrue(told.asks.indexOf(fact) === at && fact !== 'tried', `${fact} is asked twice, or cannot be asked`),
      ]),
  },
];
