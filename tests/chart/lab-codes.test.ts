import { expect, test } from 'vitest';
import { LAB_CODES } from '../../src/chart/queries';
import { LABS } from '../../src/knowledge/labs';

test('the labs that are asked for are the labs that rules read', () => {
  const read = Object.values(LABS).flatMap((lab) => [...lab.loinc]);
  expect([...LAB_CODES].sort()).toEqual([...new Set(read)].sort());
});
