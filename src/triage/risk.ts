import type { Condition } from './conditions.ts';
import type { Audience, Step } from './playbook.ts';

const NEVER: Condition = { kind: 'any', of: [] };

const OWN_PC_WITH_ADMIN: Condition = {
  kind: 'all',
  of: [
    { kind: 'is', fact: 'device', values: ['personal'] },
    { kind: 'is', fact: 'rights', values: ['admin'] },
  ],
};

/** What must be true, beside its guard, before `audience` may be shown `step`; `null` when nothing. */
export function permission(step: Step, audience: Audience): Condition | null {
  if (audience === 'helpdesk') return null;
  if (step.audience === 'helpdesk') return NEVER;
  switch (step.risk) {
    case 'R0':
    case 'R1':
      return null;
    case 'R2':
      return OWN_PC_WITH_ADMIN;
    case 'R3':
      return NEVER;
  }
}
