import { describe, expect, it } from '@jest/globals';
import { failuresIn } from '../../src/advisories/failures.ts';

const told = (sentence: string) => failuresIn([sentence]).map(({ deed, products }) => [deed, ...new Set(products)].join(' '));

describe('failuresIn', () => {
  it.each([
    ['users may be unable to sign in to microsoft teams', ['sign-in teams']],
    ['users can t access their exchange online mailboxes via any connection method', ['reach outlook']],
    ['some users may be unable to see or access content in onedrive for business', ['reach onedrive']],
    ['users may experience issues accessing multiple microsoft 365 services', ['reach suite']],
    ['users may be unable to access teams and outlook', ['reach outlook teams']],
    ['onedrive is unavailable for some users', ['reach onedrive']],
    ['document libraries may not sync with the onedrive sync client', ['sync onedrive sharepoint']],
    ['intermittent connection failures with microsoft teams', ['reach teams']],
    ['users are repeatedly prompted to sign in', ['sign-in']],
    ['the classic outlook app may be unable to connect to exchange online', ['reach outlook']],
  ])('%s', (sentence, failures) => {
    expect([...new Set(told(sentence))]).toEqual(failures);
  });

  it.each([
    ['a part of it', 'users may be unable to access the onedrive settings page'],
    ['what lies in it', 'users may be unable to access meeting recordings in microsoft teams'],
    ['files of another product', 'users may be unable to access files in microsoft teams channels'],
    ['another way in', 'users may be unable to sign in to onedrive using a smart card'],
    ['another place', 'users may be unable to sign in to power bi'],
    ['a part of everything', 'users can t sign in to the microsoft 365 admin center'],
    ['some people only', 'users with newly assigned licenses may be unable to sign in'],
    ['no people', 'third party printers may be unable to connect to exchange online'],
    ['an occasion', 'users may be unable to sync when file names contain certain characters'],
    ['slowness', 'sharepoint online sites may load slowly'],
  ])('says nothing of %s', (_, sentence) => {
    expect(told(sentence)).toEqual([]);
  });
});
