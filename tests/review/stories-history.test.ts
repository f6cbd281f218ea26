import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RED_FLAG_RULES } from '../../src/knowledge/red-flags/all';
import { present } from '../../src/review/presentation';
import { idsOf, relaxantOf, reviewChart } from './chart';
import { flagIds, flags, loud, openRules, read, sampleChart, SAMPLES, tiers } from './sample-charts';

describe('Caleb Whitehorse: nothing on file', () => {
  const review = read('caleb-whitehorse');

  it('has no relaxant, no finding and nothing that could not be read', () => {
    expect(review.relaxants).toEqual([]);
    expect(flags(review)).toEqual([]);
    expect(openRules(review)).toEqual([]);
    expect(present(review).driving).toBeUndefined();
  });

  it('is not an all-clear: symptoms were not asked', () => {
    expect(present(review).summary.map(({ text }) => text)).toEqual(['Red flags: symptoms not asked']);
  });
});

describe('Ingrid Solberg: osteoporosis, and medicines that the EHR does not permit', () => {
  const whole = read('ingrid-solberg');
  const review = read('ingrid-solberg', { incomplete: { MedicationRequest: 'not-permitted' } });
  const nothing = reviewChart({
    ...sampleChart('ingrid-solberg', { incomplete: { MedicationRequest: 'not-permitted' } }),
    medications: [],
  });

  it('shows the fragile bone, and an old fall as history only', () => {
    expect(flagIds(whole)).toContain('OSTEOPOROSIS_FRAGILITY');
    expect(flagIds(whole)).not.toContain('RECENT_TRAUMA');
    expect(whole.notes.map(({ id }) => id)).toContain('REMOTE_HISTORY_LISTED');
    expect(loud(whole, 'cyclobenzaprine_ir')).toEqual(['X-BEERS-SMR']);
  });

  it('does not count a fall that is resolved and two years old', () => {
    expect(idsOf(relaxantOf(whole, 'cyclobenzaprine_ir'))).not.toContain('X-FALLS');
  });

  it('says "not checked", never "none", of every rule that needs the medicines', () => {
    const open = relaxantOf(review, 'cyclobenzaprine_ir').notChecked.map(({ rule }) => rule.id);
    for (const id of ['X-OPIOID', 'X-BZD-HYPNOTIC', 'X-DUP', 'X-CNS3-65', 'CYC-MAOI', 'CYC-SEROTONIN'])
      expect(open).toContain(id);
    expect(relaxantOf(review, 'cyclobenzaprine_ir').driving.notChecked.map(({ key }) => key)).toEqual([
      'MedicationRequest',
    ]);
    expect(present(review).couldNotCheck).toContainEqual(
      expect.objectContaining({
        key: 'MedicationRequest',
        text: 'medicines (not permitted)',
        hides: 'contraindicated',
      }),
    );
  });

  it('with no medicine at all in reach still says so, and never that there is no relaxant finding', () => {
    expect(nothing.relaxants).toEqual([]);
    expect(nothing.completeness.MedicationRequest).toBe('not-permitted');
    expect(nothing.redFlagsNotChecked.map(({ rule }) => rule.id)).toContain('LONGTERM_STEROID');
    const shown = present(nothing);
    expect(shown.couldNotCheck.map(({ key }) => key)).toContain('MedicationRequest');
    expect(shown.checks.run).toBeLessThan(shown.checks.total);
    expect(shown.summary.map(({ kind }) => kind)).toContain('not-run');
  });
});

describe('Kenji Watanabe: methocarbamol for a strain, healthy', () => {
  const review = read('kenji-watanabe');

  it('has teaching points and nothing louder', () => {
    expect(idsOf(relaxantOf(review, 'methocarbamol'))).toEqual([
      'X-ALCOHOL-ANY',
      'X-EVIDENCE',
      'X-DRIVE',
      'MET-URINE',
    ]);
    expect(flags(review)).toEqual([]);
    expect(tiers(review)).toEqual(['methocarbamol D1']);
  });

  it('does not read the injury code of a strain as an injury', () => {
    expect(flagIds(review)).not.toContain('RECENT_TRAUMA');
  });
});

describe('Linh Tran: everything alarming in the chart is refuted, ruled out, of the family or in error', () => {
  const review = read('linh-tran');

  it('raises no red flag at all', () => {
    expect(flags(review)).toEqual([]);
    expect(review.redFlagsNotChecked).toEqual([]);
  });

  it('says of each entry why it did not count', () => {
    expect(
      Object.fromEntries(review.didNotCount.map(({ reference, reason }) => [reference, reason])),
    ).toEqual({
      'Condition/lt-cond-1': 'refuted',
      'Condition/lt-cond-2': 'refuted',
      'Condition/lt-cond-3': 'family history',
      'Condition/lt-cond-4': 'screening',
      'Condition/lt-cond-5': 'observed, ruled out',
      'Condition/lt-cond-6': 'entered in error',
      'MedicationRequest/lt-med-2': 'entered in error',
    });
  });

  it('reviews metaxalone alone: the cyclobenzaprine order was an error', () => {
    expect(review.relaxants.map(({ drug }) => drug)).toEqual(['metaxalone']);
    expect(loud(review, 'metaxalone')).toEqual([]);
    expect(relaxantOf(review, 'metaxalone').dailyDoseMg).toBe(3200);
  });
});

describe('Ruth Goldberg: new back pain, breast cancer in 2014, no relaxant', () => {
  const review = read('ruth-goldberg');

  it('shows the cancer history without any relaxant', () => {
    expect(review.relaxants).toEqual([]);
    expect(flags(review)).toContain('urgent CANCER_HISTORY');
    expect(review.redFlags.find(({ rule }) => rule.id === 'CANCER_HISTORY')?.evidence[0]?.reference).toBe(
      'Condition/rg-cond-1',
    );
  });

  it('does not call it active for a tablet that ended', () => {
    expect(flagIds(review)).not.toContain('CANCER_ACTIVE');
    expect(review.didNotCount).toContainEqual(
      expect.objectContaining({ reference: 'MedicationRequest/rg-med-1', reason: 'not current: completed' }),
    );
  });
});

describe('Samuel Adeyemi: retention of urine three days ago', () => {
  const review = read('samuel-adeyemi');

  it('is an emergency, above everything else', () => {
    expect(flags(review)).toContain('emergency CES');
    const shown = present(review);
    expect(shown.emergency.map(({ id }) => id)).toContain('CES');
    expect(shown.summary[0]?.kind).toBe('emergency');
    expect(shown.redFlagsFirst).toBe(true);
  });

  it('is also read as a reason against the anticholinergic relaxant', () => {
    expect(idsOf(relaxantOf(review, 'cyclobenzaprine_ir'))).toContain('CYC-ANTICHOL-COND');
    expect(tiers(review)).toEqual(['cyclobenzaprine_ir D2']);
  });

  it('reads a sig in shorthand only as far as it is safe', () => {
    const [order] = relaxantOf(review, 'cyclobenzaprine_ir').orders;
    expect(order?.dosages[0]).toMatchObject({ text: 'TK 1 T PO TID PRN', patientReadable: false });
  });
});

/** Settled without an entry: by age and sex (three features, of which two are being a woman and over 70), or asked at the visit only. */
const NEEDS_NO_ENTRY = new Set([
  'FRACTURE_COMBINATION',
  'AGE_OLDER',
  'AGE_YOUNG',
  'NIGHT_PAIN',
  'PERSISTENT',
]);

describe('all sample patients', () => {
  const names = readdirSync(SAMPLES).map((file) => file.replace('.json', ''));

  it('are the fourteen', () => {
    expect(names).toHaveLength(14);
  });

  it.each(names)('%s: every finding shows the entry behind it, of this chart', (name) => {
    const chart = sampleChart(name);
    const known = new Set([
      `Patient/${name}`,
      ...[
        ...chart.medications,
        ...chart.conditions,
        ...chart.allergies,
        ...chart.observations,
        ...chart.procedures,
      ].map(({ reference }) => reference),
    ]);
    const review = reviewChart(chart);
    const hits = [...review.relaxants.flatMap(({ cautions }) => cautions), ...review.redFlags];
    for (const { rule, evidence } of hits) {
      expect(evidence.length, rule.id).toBeGreaterThan(0);
      for (const item of evidence) expect(known, `${rule.id} ${item.reference}`).toContain(item.reference);
    }
  });

  it.each(names)('%s: with nothing readable has no rule that is cleared', (name) => {
    const review = read(name, {
      incomplete: {
        Condition: 'failed',
        MedicationRequest: 'failed',
        AllergyIntolerance: 'failed',
        Observation: 'failed',
        Procedure: 'failed',
      },
    });
    const whole = read(name);
    // What was found stays found, and what could not be settled is said.
    for (const { rule } of whole.redFlags) expect(flagIds(review)).toContain(rule.id);
    const settled = new Set([...flagIds(review), ...review.redFlagsNotChecked.map(({ rule }) => rule.id)]);
    const cleared = RED_FLAG_RULES.filter(({ id }) => !settled.has(id)).map(({ id }) => id);
    expect(cleared.filter((id) => !NEEDS_NO_ENTRY.has(id))).toEqual([]);
  });
});
