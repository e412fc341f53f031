import { describe, expect, it } from '@jest/globals';
import { withPeople } from '../../src/local/page/people-picker.ts';

const ken = { id: 'ken-id', name: 'Ken Sato' };
const sam = { id: 'sam-id', name: 'Sam Rivera' };
const people = { everybody: [ken, sam], here: [ken] };
const input = (dataset: string) => ({ type: 'Input.ChoiceSet', id: 'to', choices: [], 'choices.data': { type: 'Data.Query', dataset } });
const choice = ({ id, name }: typeof ken) => ({ title: name, value: id });

describe('a people picker on the page', () => {
  it.each([
    ['graph.microsoft.com/users', [ken, sam]],
    ['graph.microsoft.com/users?scope=currentContext', [ken]],
  ])('of %s is a list that can be searched, of whom Teams would find', (dataset, found) => {
    const card = withPeople({ body: [input(dataset)] }, people);

    expect(card).toEqual({ body: [{ type: 'Input.ChoiceSet', id: 'to', choices: found.map(choice), style: 'filtered' }] });
  });

  it('of anything else stays as it is', () => {
    expect(withPeople(input('npm'), people)).toEqual(input('npm'));
  });
});
