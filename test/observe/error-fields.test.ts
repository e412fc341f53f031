import { describe, expect, it } from '@jest/globals';
import { DeliveryError } from '../../src/messenger-ports.ts';
import { errorFields } from '../../src/observe/error-fields.ts';
import { toStorageFailure } from '../../src/storage/storage-failure.ts';
import { createTurn } from '../../src/turn/turn.ts';

const WORDS = 'Robin-Geheimnis';

describe('an error in the log', () => {
  it.each([
    ['JSON that cannot be read', () => JSON.parse(`${WORDS} is no JSON`)],
    ['a value that has no such property', () => 'slot' in (WORDS as unknown as object)],
    ['an address that is none', () => new URL(WORDS)],
    ['a text that is no number', () => BigInt(WORDS)],
    ['lines of a message that look like a place', () => JSON.parse(`"\n    at ${WORDS} (x.ts:1:1)`)],
    ['somebody else’s sentence', () => Promise.reject(new Error(`Value "${WORDS}" is too long`))],
    ['something that is no error', () => Promise.reject({ words: WORDS })],
    [
      'a cause of all these',
      () => {
        throw new DeliveryError('refused', 'The channel refused the message.', { retryable: false, cause: caught(() => JSON.parse(WORDS)) });
      },
    ],
    [
      'what a database driver says',
      () => {
        const cause = Object.assign(new Error(`duplicate key value (${WORDS})`), { code: '23505', detail: WORDS, parameters: [WORDS] });
        throw toStorageFailure(cause);
      },
    ],
  ])('never quotes %s', async (_name, fail) => {
    const error = await caughtLater(fail);

    expect(JSON.stringify(errorFields(error))).not.toContain(WORDS);
  });

  it('says our own sentences, and the code of the database', () => {
    const { message, code, cause } = errorFields(toStorageFailure(Object.assign(new Error(WORDS), { code: '22001', table: 'intake' })));

    expect({ message, code }).toEqual({ message: 'The database rejected the statement.', code: 'rejected' });
    expect(cause).toMatchObject({ message: '22001 intake' });
  });

  it('keeps the code that Entra gives', () => {
    expect(errorFields(new Error('AADSTS7000222: The provided client secret keys are expired.')).message).toBe('AADSTS7000222');
  });

  it('says where it was thrown', async () => {
    const error = await caughtLater(() => createTurn(never())(never(), never()));

    expect(errorFields(error)).toMatchObject({ name: 'TypeError', message: 'Cannot read properties of undefined' });
    expect(String(errorFields(error).stack)).toContain('turn.ts');
  });
});

function never<T>(): T {
  return undefined as T;
}

function caught(fail: () => unknown): unknown {
  try {
    fail();
  } catch (error) {
    return error;
  }
  throw new Error('It should have failed.');
}

async function caughtLater(fail: () => unknown): Promise<unknown> {
  try {
    await fail();
  } catch (error) {
    return error;
  }
  throw new Error('It should have failed.');
}
