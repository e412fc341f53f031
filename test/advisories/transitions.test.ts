import { describe, expect, it } from '@jest/globals';
import { type Transition, transitionsOf } from '../../src/advisories/transitions.ts';
import type { Advisory } from '../../src/advisory.ts';
import { issue, message } from './samples.ts';

type Row = readonly [string, Partial<Advisory> | null, Partial<Advisory>, readonly Transition[]];

const OVER: Partial<Advisory> = { isResolved: true, status: 'serviceRestored' };

describe('of an issue', () => {
  it.each<Row>([
    ['that is new', null, {}, ['new']],
    ['that was over before it was known', null, OVER, []],
    ['that is a false alarm before it was known', null, { status: 'falsePositive' }, []],
    ['that is the same', {}, {}, []],
    ['with another status', {}, { status: 'restoringService' }, ['status']],
    ['with a status nobody knew', {}, { status: 'lookingIntoIt' }, ['status']],
    ['with the same status in other letters', {}, { status: 'ServiceDegradation ' }, []],
    ['with a status that Graph hides', {}, { status: 'unknownFutureValue' }, []],
    ['with a status that Graph hid before', { status: 'unknownFutureValue' }, {}, []],
    ['without a status', {}, { status: '' }, []],
    ['that became an incident', {}, { classification: 'incident' }, ['became-incident']],
    [
      'that became an incident, with more',
      {},
      { classification: 'incident', status: 'serviceInterruption', title: 'OneDrive is down' },
      ['became-incident', 'status', 'changed'],
    ],
    ['that is an incident no more', { classification: 'incident' }, {}, []],
    ['that is over', {}, OVER, ['resolved']],
    ['that is over, in the past tense', {}, { ...OVER, title: 'Users were unable to sign in to OneDrive' }, ['resolved']],
    ['that was a false alarm', {}, { status: 'falsePositive' }, ['resolved']],
    ['whose review is published', OVER, { ...OVER, status: 'postIncidentReviewPublished' }, []],
    ['that is reworded after it was over', OVER, { ...OVER, title: 'Something quite different', impact: 'Else.' }, []],
    ['that became an incident after it was over', OVER, { ...OVER, classification: 'incident' }, []],
    ['that is back', OVER, {}, ['reopened']],
    ['that is back, as an incident', OVER, { classification: 'incident' }, ['became-incident', 'reopened']],
    ['that is back, reworded', OVER, { title: 'Users cannot sign in again' }, ['reopened', 'changed']],
    ['that is no false alarm after all', { status: 'falsePositive' }, {}, ['reopened']],
    ['with another title', {}, { title: 'Users may be unable to sync OneDrive' }, ['changed']],
    ['with another impact', {}, { impact: 'Users in Europe may be unable to sign in.' }, ['changed']],
    ['with its title in other spaces, capitals and quotes', {}, { title: ' Users may be  unable to SIGN IN to “OneDrive”. ' }, []],
    [
      'with its sentences in the past tense',
      {},
      { title: 'Users may have been unable to sign in to OneDrive', impact: 'Users may have been unable to sign in.' },
      [],
    ],
    ['whose title was lost', {}, { title: '', impact: ' ' }, []],
    ['with a new post', {}, { text: 'We have found the cause.', nextUpdate: 'by 11:00' }, []],
    ['that was only stamped anew', {}, { updatedAt: 9e12 }, []],
    ['that began and ends at another time', {}, { startAt: 1, endAt: 2 }, []],
    ['of another feature and service', {}, { feature: 'Sync', services: ['SharePoint Online'] }, []],
  ])('%s', (_, before, after, expected) => {
    expect(transitionsOf(before === null ? null : issue('OD1', before), issue('OD1', after))).toEqual(expected);
  });

  it.each([
    ['Users may experience errors', 'Users may have experienced errors'],
    ['Users can not connect', 'Users can not connect.'],
    ["Users can't sign in", 'Users couldn’t sign in'],
    ['The service is slow', 'The service was slow'],
    ['Users could be prompted to sign in', 'Users could have been prompted to sign in'],
  ])('reworded from "%s" to "%s" is not told', (before, after) => {
    expect(transitionsOf(issue('OD1', { title: before }), issue('OD1', { title: after }))).toEqual([]);
  });

  it.each([
    ['Users may be unable to sign in', 'Users may be unable to sync'],
    ['Some users cannot sign in', 'All users cannot sign in'],
    ['10% of users', '90% of users'],
    ['サインインできない', '同期できない'],
  ])('reworded from "%s" to "%s" is told', (before, after) => {
    expect(transitionsOf(issue('OD1', { title: before }), issue('OD1', { title: after }))).toEqual(['changed']);
  });
});

describe('of a Message Center post', () => {
  it.each<Row>([
    ['that is new and asks for an act', null, {}, ['new']],
    ['that is new and of high severity', null, { classification: 'planForChange', status: 'high' }, ['new']],
    ['that is new and critical', null, { classification: 'stayInformed', status: 'Critical' }, ['new']],
    ['that is new and only informs', null, { classification: 'stayInformed' }, []],
    ['that is new and of a kind nobody knew', null, { classification: 'admireThis', status: 'enormous' }, []],
    ['that presses all of a sudden', { classification: 'stayInformed' }, {}, ['new']],
    ['that does not press any more', {}, { classification: 'stayInformed', title: 'Nothing to do' }, []],
    ['with another title', {}, { title: 'TLS 1.0 and 1.1 end in June' }, ['changed']],
    ['with another text', {}, { text: 'Enable TLS 1.3 on every computer.' }, ['changed']],
    ['with other details only', {}, { impact: 'Another summary.' }, []],
    ['that is less severe', { status: 'high' }, {}, []],
    ['for other services', {}, { services: [] }, []],
    ['that was only stamped anew', {}, { updatedAt: 9e12 }, []],
    ['that informs, with another text', { classification: 'stayInformed' }, { classification: 'stayInformed', text: 'Else.' }, []],
  ])('%s', (_, before, after, expected) => {
    expect(transitionsOf(before === null ? null : message('MC1', before), message('MC1', after))).toEqual(expected);
  });
});
