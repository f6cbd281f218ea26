import { describe, expect, test } from 'vitest';
import { assertUnderBase, nextPageAddress, plainBase } from '../../src/chart/fhir-address';

const BASE = 'https://ehr.example/fhir/r4';

test.each([
  [`${BASE}/`, BASE],
  [`${BASE}///`, BASE],
  [BASE, BASE],
])('the base %s is %s', (base, expected) => {
  expect(plainBase(base)).toBe(expected);
});

describe('the token goes only to addresses under the base', () => {
  test.each([
    BASE,
    `${BASE}/`,
    `${BASE}?_getpages=1`,
    `${BASE}/Condition?patient=1`,
    'https://EHR.EXAMPLE/fhir/r4/Condition',
    'https://ehr.example:443/fhir/r4/Condition',
    `${BASE}/Condition/../Patient/1`,
  ])('%s', (address) => {
    expect(() => {
      assertUnderBase(address, BASE);
    }).not.toThrow();
  });

  test.each([
    'https://evil.example/fhir/r4/Condition',
    'https://ehr.example.evil.example/fhir/r4/Condition',
    'https://ehr.example:8443/fhir/r4/Condition',
    'http://ehr.example/fhir/r4/Condition',
    'https://ehr.example/fhir/r40/Condition',
    'https://ehr.example/fhir/Condition',
    'https://ehr.example/fhir/r4/../admin',
    'https://ehr.example/fhir/r4/%2e%2e/admin',
    'https://user@ehr.example/fhir/r4/Condition',
    'https://user:secret@ehr.example/fhir/r4/Condition',
    'https://ehr.example@evil.example/fhir/r4/Condition',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///fhir/r4/Condition',
    '//evil.example/fhir/r4',
    'Condition',
    '',
  ])('never to %s', (address) => {
    expect(() => {
      assertUnderBase(address, BASE);
    }).toThrow(expect.objectContaining({ kind: 'blocked-url' }));
  });

  test('a base at the root of its host', () => {
    expect(() => {
      assertUnderBase('https://ehr.example/Condition', 'https://ehr.example/');
    }).not.toThrow();
  });
});

describe('the next page, as EHRs write it', () => {
  test.each([
    [`${BASE}/Condition?page=2`, `${BASE}/Condition?page=2`],
    ['http://ehr.example/fhir/r4/Condition?page=2', `${BASE}/Condition?page=2`],
    ['/fhir/r4/Condition?page=2', `${BASE}/Condition?page=2`],
    ['/fhir/r4?_getpages=a&x=1', `${BASE}?_getpages=a&x=1`],
    ['/Condition?page=2', `${BASE}/Condition?page=2`],
    ['Condition?page=2', `${BASE}/Condition?page=2`],
    ['?_getpages=a', `${BASE}?_getpages=a`],
    ['Condition?next=https%3A%2F%2Fevil.example', `${BASE}/Condition?next=https%3A%2F%2Fevil.example`],
    ['Condition?patient=1&cursor=a/b+c==', `${BASE}/Condition?patient=1&cursor=a/b+c==`],
  ])('%s', (link, expected) => {
    expect(nextPageAddress(link, BASE)).toBe(expected);
    expect(nextPageAddress(link, `${BASE}/`)).toBe(expected);
  });

  test.each([
    'https://evil.example/fhir/r4/Condition?page=2',
    '//evil.example/Condition',
    '\\\\evil.example\\Condition',
    '/\\evil.example/Condition',
    'http://ehr.example:8080/fhir/r4/Condition',
    'https://ehr.example/other?page=2',
    '../../admin',
    'javascript:alert(1)',
    'https://',
  ])('%s is not followed', (link) => {
    expect(() => nextPageAddress(link, BASE)).toThrow(expect.objectContaining({ kind: 'blocked-url' }));
  });

  test('a base that is http stays http', () => {
    expect(nextPageAddress('http://127.0.0.1:80/fhir/Condition?p=2', 'http://127.0.0.1/fhir')).toBe(
      'http://127.0.0.1/fhir/Condition?p=2',
    );
  });
});
