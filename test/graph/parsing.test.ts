import { describe, expect, it } from '@jest/globals';
import { parseIssue, parseMessage } from '../../src/graph/parse-announcement.ts';
import { nextUpdateIn, plainText } from '../../src/graph/post-text.ts';

const post = (createdDateTime: string, content: string) => ({ createdDateTime, postType: 'regular', description: { contentType: 'html', content } });

const ISSUE = {
  id: 'OD255960',
  title: 'Users can&#39;t connect',
  service: 'OneDrive for Business',
  impactDescription: "Users can't connect.",
  feature: 'OneDrive for Business',
  featureGroup: null,
  classification: 'Advisory',
  origin: 'Microsoft',
  status: 'ExtendedRecovery',
  isResolved: false,
  highImpact: null,
  somethingNew: { deep: [1] },
  startDateTime: '2026-11-20T09:00:00Z',
  endDateTime: null,
  lastModifiedDateTime: '2026-11-21T09:00:00.7671234Z',
  details: [],
  posts: [post('2026-11-21T09:00:00Z', 'newest'), post('2026-11-20T10:00:00Z', 'oldest')],
};

describe('an issue', () => {
  it('becomes an advisory, with values in one case and the newest post wherever it stands', () => {
    expect(parseIssue(ISSUE)).toEqual({
      id: 'OD255960',
      kind: 'issue',
      services: ['OneDrive for Business'],
      title: "Users can't connect",
      impact: "Users can't connect.",
      feature: 'OneDrive for Business',
      classification: 'advisory',
      status: 'extendedRecovery',
      isResolved: false,
      startAt: Date.parse('2026-11-20T09:00:00Z'),
      endAt: null,
      updatedAt: Date.parse('2026-11-21T09:00:00.767Z'),
      nextUpdate: null,
      text: 'newest',
    });
  });

  it('is the same when an export writes its property names in PascalCase', () => {
    const pascal = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(pascal);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.slice(0, 1).toUpperCase() + key.slice(1), pascal(inner)]));
    };

    expect(parseIssue(pascal(ISSUE))).toEqual(parseIssue(ISSUE));
  });

  it.each([
    ['no posts', { posts: null }],
    ['a post without words', { posts: [{ createdDateTime: '2026-11-21T09:00:00Z', description: null }] }],
    [
      'nothing but what decides',
      {
        posts: undefined,
        title: null,
        impactDescription: undefined,
        feature: null,
        classification: null,
        status: undefined,
        startDateTime: null,
        endDateTime: undefined,
      },
    ],
  ])('is read with %s', (_, change) => {
    expect(parseIssue({ ...ISSUE, ...change })).toMatchObject({ id: 'OD255960', text: '', isResolved: false });
  });

  it.each([
    ['a number', 7],
    ['nothing', null],
    ['a list', [ISSUE]],
    ['without an id', { ...ISSUE, id: undefined }],
    ['with an id of five letters', { ...ISSUE, id: 'ODOOO1' }],
    ['with nine digits', { ...ISSUE, id: 'OD123456789' }],
    ['without a service', { ...ISSUE, service: null }],
    ['that does not say whether it is resolved', { ...ISSUE, isResolved: 'no' }],
    ['with a date that is none', { ...ISSUE, startDateTime: 'yesterday' }],
    ['with posts that are none', { ...ISSUE, posts: 'none' }],
  ])('is none: %s', (_, json) => {
    expect(parseIssue(json)).toBeNull();
  });

  it('keeps no control characters and no halves of characters, which a database would refuse', () => {
    const text = parseIssue({ ...ISSUE, posts: [post('2026-11-21T09:00:00Z', 'a\u0000b\ud800c\nd')] })?.text;

    expect(text).toBe('ab\ufffdc\nd');
  });
});

describe('a message', () => {
  const MESSAGE = {
    id: 'MC1009932',
    title: 'TLS 1.2',
    services: ['SharePoint Online', 'OneDrive for Business'],
    category: 'PreventOrFixIssue',
    severity: 'Normal',
    startDateTime: '2026-01-01T00:00:00Z',
    endDateTime: '2027-01-01T00:00:00Z',
    lastModifiedDateTime: '2026-01-02T00:00:00Z',
    viewPoint: { isArchived: null },
    details: [
      { name: 'Summary', value: 'Short.' },
      { name: 'Empty', value: null },
    ],
    body: { contentType: 'Html', content: '<p>One.\n</p><p>Two&nbsp;words.</p>' },
  };

  it('becomes an advisory that is never resolved by itself', () => {
    expect(parseMessage(MESSAGE)).toMatchObject({
      id: 'MC1009932',
      kind: 'message',
      services: ['SharePoint Online', 'OneDrive for Business'],
      classification: 'preventOrFixIssue',
      isResolved: false,
      impact: 'Short.',
      text: 'One.\n\nTwo words.',
    });
  });

  it('is read without services and details', () => {
    expect(parseMessage({ ...MESSAGE, services: null, details: null })).toMatchObject({ services: [], impact: '' });
  });
});

describe('the text of a post', () => {
  it.each([
    [
      'keeps a link as text and address',
      'See <a href="https://a.b/c?x=1&amp;y=2" target="_blank">the <b>article</b></a>.',
      'See the article (https://a.b/c?x=1&y=2).',
    ],
    ['writes an address once', '<a href="https://a.b">https://a.b</a>', 'https://a.b'],
    ['drops an address that is not one', '<a href="javascript:alert(1)">here</a>', 'here'],
    ['makes paragraphs and lists', '<p>One.\n</p><p>Two:</p><ul><li>a</li><li>b</li></ul>', 'One.\n\nTwo:\n\n- a\n- b'],
    ['keeps the line breaks of plain text', 'Title: x\r\n\r\nUser impact: y', 'Title: x\n\nUser impact: y'],
    ['decodes entities after tags, so that a decoded tag stays text', '&lt;b&gt; &#8217;&#x2014;&nbsp;&amp;amp; &unknown;', '<b> ’— &amp; &unknown;'],
    ['leaves a smaller-than sign alone', 'a < b and 3 <4', 'a < b and 3 <4'],
    ['drops scripts, styles and comments whole', 'a<script>x()</script><!-- c --><style>p{}</style>b', 'ab'],
    ['does not make up impossible characters', '&#0;&#xD800;&#9999999;x', 'x'],
  ])('%s', (_, content, expected) => {
    expect(plainText(content)).toBe(expected);
  });

  it('is made in time from tags that never end', () => {
    const begun = performance.now();

    for (const part of ['<!--', '<script>', '<a>', '<a href="', '<', '&', '<b ']) plainText(part.repeat(2_000_000 / part.length));

    expect(performance.now() - begun).toBeLessThan(4_000);
  });
});

describe('the promise of the next update', () => {
  it.each([
    ['on its own line', 'Scope: x\n\nNext update by: Saturday, May 15, 2021, at 12:00 AM UTC\n\nBye', 'Saturday, May 15, 2021, at 12:00 AM UTC'],
    [
      'with labels run together',
      'any user.Next update by: Wednesday, November 17, 2021, at 2:30 PM UTC',
      'Wednesday, November 17, 2021, at 2:30 PM UTC',
    ],
    [
      'with words glued behind it',
      'Next Update: Friday, August 6, 2021, at 9:00 PM UTCAre you experiencing this?',
      'Friday, August 6, 2021, at 9:00 PM UTC',
    ],
    [
      'with a reason behind it',
      'Next Update: Friday, August 6, 2021, at 9:00 PM UTC, to allow time for more.',
      'Friday, August 6, 2021, at 9:00 PM UTC',
    ],
    ['as a span of time', 'We will provide another update within the next 30 minutes. This is preliminary.', 'within the next 30 minutes'],
    ['not at all', 'This is the final update for the event.', null],
  ])('is found %s', (_, text, expected) => {
    expect(nextUpdateIn(text)).toBe(expected);
  });
});
