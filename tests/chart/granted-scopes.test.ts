import { describe, expect, test } from 'vitest';
import { searchGrant } from '../../src/chart/granted-scopes';
import type { SearchGrant } from '../../src/chart/granted-scopes';

describe('what a granted scope says of searching Conditions', () => {
  test.each<[string, SearchGrant]>([
    ['patient/Condition.read', 'granted'],
    ['patient/Condition.*', 'granted'],
    ['patient/Condition.rs', 'granted'],
    ['patient/Condition.s', 'granted'],
    ['patient/Condition.cruds', 'granted'],
    ['user/Condition.rs', 'granted'],
    ['system/Condition.rs', 'granted'],
    ['patient/*.read', 'granted'],
    ['patient/*.rs', 'granted'],
    ['patient/*.*', 'granted'],
    ['patient/Condition.rs?category=problem-list-item', 'limited'],
    ['patient/*.rs?status=active', 'limited'],
    ['patient/Condition.r', 'absent'],
    ['patient/Condition.write', 'absent'],
    ['patient/Condition.cud', 'absent'],
    ['patient/Condition.sr', 'absent'],
    ['patient/Condition.', 'absent'],
    ['patient/Condition', 'absent'],
    ['patient/Conditions.rs', 'absent'],
    ['patient/condition.rs', 'absent'],
    ['patient/Observation.rs', 'absent'],
    ['xpatient/Condition.rs', 'absent'],
    ['launch/patient', 'absent'],
    ['openid', 'absent'],
    ['', 'absent'],
  ])('%s: %s', (scope, expected) => {
    expect(searchGrant('Condition', [scope])).toBe(expected);
  });

  test('one scope without conditions is enough beside a limited one, in any order', () => {
    const limited = 'patient/Condition.rs?category=x';
    expect(searchGrant('Condition', [limited, 'user/Condition.rs'])).toBe('granted');
    expect(searchGrant('Condition', ['user/Condition.rs', limited])).toBe('granted');
    expect(searchGrant('Condition', [limited, 'patient/Condition.r'])).toBe('limited');
  });
  test('no scope at all is no permission; scopes that the launch does not tell are no refusal', () => {
    expect(searchGrant('Condition', [])).toBe('absent');
    expect(searchGrant('Condition', undefined)).toBe('granted');
  });
});
