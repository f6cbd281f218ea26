import { describe, expect, it } from 'vitest';
import { ageOn, dayOf, daysBetween, shiftDates } from '../../src/sandbox/days';
import { chartsOn } from '../../src/sandbox/charts';
import { loadSamples } from '../../src/sandbox/samples';

describe('moving a chart in time', () => {
  it('moves days and times by whole days, over months, years and a leap day', () => {
    const moved = shiftDates(
      { birthDate: '2000-02-28', authoredOn: '2026-11-20T15:10:00-06:00', period: { start: '2026-12-31' } },
      2,
    );
    expect(moved).toEqual({
      birthDate: '2000-03-01',
      authoredOn: '2026-11-22T15:10:00-06:00',
      period: { start: '2027-01-02' },
    });
  });

  it('leaves a year or a month alone for a few days, and moves it for many', () => {
    expect(shiftDates({ onsetDateTime: '2014' }, 30)).toEqual({ onsetDateTime: '2014' });
    expect(shiftDates({ onsetDateTime: '2014' }, 365)).toEqual({ onsetDateTime: '2015' });
    expect(shiftDates({ onsetDateTime: '2014-06' }, -10)).toEqual({ onsetDateTime: '2014-06' });
    expect(shiftDates({ onsetDateTime: '2014-06' }, 31)).toEqual({ onsetDateTime: '2014-07' });
  });

  it('moves no code, number or text that looks like a date', () => {
    const stays = { code: '2160', value: '2014', text: 'History of cancer (2014)', count: 2014 };
    expect(shiftDates(stays, 400)).toEqual(stays);
  });

  it('keeps ages and distances: every sample tells the same story on any day', () => {
    const facts = (today: string) =>
      [...chartsOn(loadSamples(), today).values()].map(({ id, patient, resources }) => ({
        id,
        age: ageOn(String(patient.birthDate), today),
        orders: resources
          .flatMap(({ authoredOn }) => (typeof authoredOn === 'string' ? [authoredOn.slice(0, 10)] : []))
          .map((day) => daysBetween(day, today)),
      }));
    // A birthday can fall on the other side of a leap day; these two days are whole calendar years apart.
    expect(facts('2030-11-22')).toEqual(facts('2026-11-22'));
  });

  it('counts a birthday from the day itself', () => {
    expect(ageOn('1963-05-08', '2026-05-07')).toBe(62);
    expect(ageOn('1963-05-08', '2026-05-08')).toBe(63);
  });

  it('takes the calendar day of the place, not of UTC', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
    expect(dayOf(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
  });

  it('refuses a sample without a timestamp or with two patients', () => {
    const entry = [{ resource: { resourceType: 'Patient', id: 'a' } }];
    expect(() => chartsOn([{ id: 's', entry }], '2026-11-22')).toThrow('no timestamp');
    const timestamp = '2026-11-22T00:00:00Z';
    expect(() => chartsOn([{ id: 's', timestamp, entry: [...entry, ...entry] }], '2026-11-22')).toThrow(
      'one Patient',
    );
  });
});
