import { describe, expect, it } from 'vitest';
import { present } from '../../src/review/presentation';
import { idsOf, relaxantOf } from './chart';
import { flags, loud, openRules, raisedBy, read, tiers } from './sample-charts';

describe('Denise Okafor: cyclobenzaprine beside selegiline and sertraline', () => {
  const review = read('denise-okafor');

  it('is contraindicated with the MAOI, serious with the SSRI', () => {
    expect(loud(review, 'cyclobenzaprine_ir')).toEqual(['! CYC-MAOI', 'CYC-SEROTONIN']);
    const [item] = present(review).items;
    expect(item?.headline).toBe('Serotonin: cyclobenzaprine + selegiline');
    expect(item?.severity).toBe('contraindicated');
  });

  it('does not take depression in full remission for a finding, or a gallbladder operation for anything', () => {
    expect(flags(review)).toEqual([]);
    expect(tiers(review)).toEqual(['cyclobenzaprine_ir D2']);
  });
});

describe('Frank Kowalczyk: tizanidine, Flexeril by name only, hydrocodone', () => {
  const review = read('frank-kowalczyk');

  it('finds the brand, the included medication and the contained one', () => {
    expect(review.relaxants.map(({ drug, matchedBy }) => [drug, matchedBy])).toEqual([
      ['tizanidine', 'code'],
      ['cyclobenzaprine_ir', 'name'],
    ]);
    for (const drug of ['tizanidine', 'cyclobenzaprine_ir'])
      expect(loud(review, drug), drug).toEqual(['X-OPIOID', 'X-DUP']);
  });

  it('drives nowhere, because of the opioid', () => {
    expect(tiers(review)).toEqual(['tizanidine D3', 'cyclobenzaprine_ir D3']);
    expect(raisedBy(review, 'tizanidine')).toEqual(['hydrocodone-acetaminophen 5-325 mg tablet']);
  });

  it('says that the dose written in a name was not calculated', () => {
    expect(relaxantOf(review, 'cyclobenzaprine_ir').dailyDoseMg).toBeUndefined();
    expect(openRules(review)).toEqual(['X-DOSE-MAX']);
    expect(review.dataGaps.map(({ id }) => id)).toContain('GAP-DOSE');
  });

  it('shows two relaxants as one finding', () => {
    expect(present(review).items.filter(({ id }) => id === 'double')).toHaveLength(1);
  });
});

describe('Genevieve Belanger-Desrosiers: forty-four orders, orphenadrine and narrow-angle glaucoma', () => {
  const review = read('genevieve-belanger-desrosiers');

  it('finds the one contraindication in a long chart', () => {
    expect(loud(review, 'orphenadrine')).toEqual(['! ORP-GLAUCOMA', 'X-BEERS-SMR']);
  });

  it('counts no order that ended, is a draft or was entered in error', () => {
    const reasons = new Map(review.didNotCount.map(({ reference, reason }) => [reference, reason]));
    expect(reasons.get('MedicationRequest/gbd-med-38')).toBe('draft, not signed');
    expect(reasons.get('MedicationRequest/gbd-med-36')).toBe('entered in error');
    expect(reasons.get('MedicationRequest/gbd-med-34')).toBe('not current: stopped');
    expect(idsOf(relaxantOf(review, 'orphenadrine'))).not.toContain('X-GABAPENTINOID');
  });

  it('recognises every medicine of the chart', () => {
    expect(review.unrecognised).toEqual([]);
  });

  it('lists each entry once: counted, set aside, or known and of no concern', () => {
    const twice = review.didNotCount.map(({ reference }) => reference);
    expect(new Set(twice).size).toBe(twice.length);
  });
});

describe('George Papadakis: baclofen at 72 with an eGFR of 41', () => {
  const review = read('george-papadakis');

  it('advises against baclofen for the kidney, with the value', () => {
    expect(loud(review, 'baclofen')).toEqual(['BAC-RENAL-AVOID']);
    expect(present(review).items[0]?.headline).toBe('Kidney: eGFR 41 and baclofen');
    expect(idsOf(relaxantOf(review, 'baclofen'))).not.toContain('BAC-EGFR60-ADULT');
  });

  it('has the taper and the 65 rule below it', () => {
    expect(idsOf(relaxantOf(review, 'baclofen'))).toEqual(
      expect.arrayContaining(['BAC-TAPER', 'X-BAC-TIZ-65', 'X-NO-SPASTICITY']),
    );
    expect(relaxantOf(review, 'baclofen')).toMatchObject({ dailyDoseMg: 30, durationDays: 60 });
    expect(tiers(review)).toEqual(['baclofen D2']);
  });

  it('keeps ibuprofen off the paper and knows the acetaminophen', () => {
    expect(review.selfCare).toMatchObject({ egfrBelow60: true, allergies: [] });
    expect(review.otherMedicines.some(({ classes }) => classes.includes('paracetamol'))).toBe(true);
  });
});

describe('Maria Lopez: two relaxants, ciprofloxacin, oxycodone, a fall, a cancer', () => {
  const review = read('maria-lopez');
  const shown = present(review);

  it('finds the contraindicated pair first, then what sedates', () => {
    expect(loud(review, 'tizanidine')).toEqual([
      '! TIZ-CYP1A2-STRONG',
      'X-OPIOID',
      'X-DUP',
      'X-CNS3-65',
      'X-FALLS',
    ]);
    expect(loud(review, 'cyclobenzaprine_ir')).toEqual([
      'X-OPIOID',
      'X-DUP',
      'X-CNS3-65',
      'X-BEERS-SMR',
      'X-FALLS',
      'CYC-SEROTONIN',
    ]);
    expect(shown.items.map(({ id }) => id)).toEqual(['level', 'breathing', 'double', 'falls', 'serotonin']);
    expect(shown.items.filter(({ start }) => start === 'open')).toHaveLength(3);
  });

  it('drives nowhere', () => {
    expect(shown.driving).toMatchObject({ tier: 'D3', word: 'No', raisedBy: ['oxycodone'] });
  });

  it('shows the cancer and the fall, and that the ALT is missing for tizanidine', () => {
    expect(flags(review)).toEqual(expect.arrayContaining(['urgent CANCER_HISTORY', 'urgent RECENT_TRAUMA']));
    expect(shown.couldNotCheck.map(({ text }) => text)).toEqual(['ALT for tizanidine (none in 3 months)']);
  });

  it('asks whether the order of 2024 is still taken, and runs every rule on it', () => {
    expect(relaxantOf(review, 'tizanidine').stale).toBe(true);
    expect(relaxantOf(review, 'cyclobenzaprine_ir').stale).toBe(false);
  });
});

describe('Priya Raman: tizanidine and ciprofloxacin', () => {
  const review = read('priya-raman');

  it('finds the pair, and says that the ALT is missing', () => {
    expect(loud(review, 'tizanidine')).toEqual(['! TIZ-CYP1A2-STRONG']);
    expect(openRules(review)).toEqual(['TIZ-ALT']);
    expect(review.dataGaps.map(({ id }) => id)).toContain('GAP-TIZ-ALT');
    expect(present(review).items[0]).toMatchObject({
      headline: 'Tizanidine + ciprofloxacin',
      severity: 'contraindicated',
      start: 'open',
    });
  });

  it('has no red flag: asthma and a completed antihistamine are none', () => {
    expect(flags(review)).toEqual([]);
    expect(tiers(review)).toEqual(['tizanidine D2']);
  });
});

describe('Rosa Jimenez: methocarbamol and tizanidine', () => {
  const review = read('rosa-jimenez');

  it('finds the doubling once, on both', () => {
    expect(loud(review, 'methocarbamol')).toEqual(['X-DUP']);
    expect(loud(review, 'tizanidine')).toEqual(['X-DUP']);
    expect(present(review).items.map(({ headline }) => headline)).toEqual([
      'Two relaxants: methocarbamol + tizanidine',
    ]);
  });

  it('adds up a dose that differs by the time of day', () => {
    expect(relaxantOf(review, 'tizanidine').dailyDoseMg).toBe(6);
  });

  it('takes the stricter driving advice of the two', () => {
    expect(tiers(review)).toEqual(['methocarbamol D1', 'tizanidine D2']);
    expect(present(review).driving?.tier).toBe('D2');
  });
});

describe('Tyrone McAllister: carisoprodol, oxycodone and alprazolam', () => {
  const review = read('tyrone-mcallister');

  it('finds the three together, and that carisoprodol must not be stopped at once', () => {
    expect(loud(review, 'carisoprodol')).toEqual(['X-OPIOID', 'X-BZD-HYPNOTIC', 'CAR-TRIPLE']);
    expect(idsOf(relaxantOf(review, 'carisoprodol'))).toEqual(
      expect.arrayContaining(['CAR-WITHDRAWAL', 'X-DURATION', 'X-SCHEDULE-IV']),
    );
    const [first] = present(review).items;
    expect(first?.headline).toBe('Sedation and breathing: oxycodone + alprazolam with carisoprodol');
  });

  it('drives nowhere', () => {
    expect(tiers(review)).toEqual(['carisoprodol D3']);
  });

  it('does not take cigarettes for a substance use disorder', () => {
    expect(idsOf(relaxantOf(review, 'carisoprodol'))).not.toContain('CAR-SUD');
  });
});
