import { describe, expect, test } from 'vitest';
import { issuesOf, mayHideEntries, refusesAccess, saysNoneFound } from '../../src/chart/outcomes';
import type { OutcomeIssue } from '../../src/chart/outcomes';

const issue = (more: Partial<OutcomeIssue>): OutcomeIssue => ({
  severity: 'warning',
  type: 'processing',
  codes: [],
  text: 'words',
  ...more,
});

describe('issues are read in the words of the EHR', () => {
  test('details before diagnostics', () => {
    const [read] = issuesOf({
      resourceType: 'OperationOutcome',
      issue: [
        {
          severity: 'error',
          code: 'forbidden',
          diagnostics: 'stack',
          details: { coding: [{ system: 'urn:oid:1.2.840', code: '4118' }], text: 'Not authorised' },
        },
      ],
    });
    expect(read).toEqual({ severity: 'error', type: 'forbidden', codes: ['4118'], text: 'Not authorised' });
  });

  test.each<[string, unknown, string]>([
    ['diagnostics alone', { diagnostics: 'Server busy' }, 'Server busy'],
    ['a display alone', { details: { coding: [{ code: '1', display: 'Shown' }] } }, 'Shown'],
    ['an empty issue', {}, 'The EHR sent a warning without words.'],
    ['an issue that is null', null, 'The EHR sent a warning without words.'],
    ['an issue that is a text', 'broken', 'The EHR sent a warning without words.'],
  ])('%s', (_, raw, text) => {
    const issues = issuesOf({ resourceType: 'OperationOutcome', issue: [raw] });
    expect(issues.map((read) => read.text)).toEqual([text]);
    expect(issues.every(mayHideEntries)).toBe(true);
  });

  test.each([undefined, null, []])(
    'an outcome whose issue is %j is a warning of something unknown',
    (raw) => {
      const issues = issuesOf({ resourceType: 'OperationOutcome', issue: raw });
      expect(issues).toHaveLength(1);
      expect(issues.every(mayHideEntries)).toBe(true);
    },
  );

  test.each([undefined, null, 'text', 4, [], {}, { resourceType: 'Bundle', issue: [{}] }])(
    '%j is no outcome',
    (raw) => {
      expect(issuesOf(raw)).toEqual([]);
    },
  );
});

describe('a message beside the results means that entries may be missing', () => {
  test.each<[string, Partial<OutcomeIssue>]>([
    ['Epic 4119', { codes: ['4119'] }],
    ['Epic 4119 as an information', { codes: ['4119'], severity: 'information' }],
    ['Epic 4119 beside 4101', { codes: ['4101', '4119'] }],
    ['Epic 4118', { codes: ['4118'] }],
    ['Epic 4118 as an information', { codes: ['4118'], severity: 'information' }],
    ['break the glass as an information', { codes: ['4131'], severity: 'information' }],
    ['a cap that was reached', { codes: ['4127'], severity: 'information' }],
    ['a privacy filter', { type: 'suppressed', severity: 'information' }],
    ['an incomplete answer', { type: 'incomplete', severity: 'information' }],
    ['a source that timed out', { type: 'timeout', severity: 'information' }],
    ['a warning nobody knows', { text: 'Something happened' }],
    ['an error', { severity: 'error' }],
    ['a severity nobody knows', { severity: 'success' }],
    ['no results because a source is down', { text: 'No results: the archive is down' }],
    ['none found because a source timed out', { text: 'None found, request timed out' }],
    ['no results for lack of permission', { text: 'No results. You are not authorized for some records.' }],
    ['an ignored parameter and a cut list', { text: 'Parameter was ignored; the list is truncated' }],
    ['an ignored parameter as an error', { severity: 'error', text: 'Unknown parameter _sort' }],
  ])('%s', (_, more) => {
    expect(mayHideEntries(issue(more))).toBe(true);
    expect(saysNoneFound(issue(more))).toBe(false);
  });
});

describe('a message that is harmless', () => {
  test.each<[string, Partial<OutcomeIssue>, boolean]>([
    ['Epic 4101', { codes: ['4101'], text: 'Resource request returns no results.' }, true],
    ['no results in words', { text: 'No results were found' }, true],
    ['an unknown parameter was ignored (Epic 4122)', { codes: ['4122'] }, false],
    ['an unknown parameter was ignored (Epic 59100)', { codes: ['59100'] }, false],
    ['a parameter was ignored, in words', { text: 'Unknown search parameter _sort' }, false],
    ['an information', { severity: 'information', text: 'Search took 20 ms' }, false],
  ])('%s', (_, more, none) => {
    expect(mayHideEntries(issue(more))).toBe(false);
    expect(saysNoneFound(issue(more))).toBe(none);
  });
});

test.each<[string, Partial<OutcomeIssue>, boolean]>([
  ['4118', { codes: ['4118'] }, true],
  ['4130', { codes: ['4130'] }, true],
  ['4131', { codes: ['4131'] }, true],
  ['4134', { codes: ['4134'] }, true],
  ['the type forbidden', { type: 'forbidden' }, true],
  ['4119', { codes: ['4119'] }, false],
  ['an error', { severity: 'error' }, false],
])('%s refuses access: %s', (_, more, refuses) => {
  expect(refusesAccess(issue(more))).toBe(refuses);
});
