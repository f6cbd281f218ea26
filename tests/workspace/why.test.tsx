// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { chartFromBundle } from '../../src/chart/from-bundle';
import { NEW_VISIT } from '../../src/review/visit-record';
import { reviewChart } from '../../src/workspace/engine';
import { WhyItem, WhyMedicine, WhyRedFlag } from '../../src/workspace/Why';
import './setup';

const LOPEZ = chartFromBundle(JSON.parse(readFileSync('fhir/samples/maria-lopez.json', 'utf8')) as unknown);
const { shown } = reviewChart(LOPEZ, '2026-11-22', NEW_VISIT);

function whyOf(headline: RegExp): string {
  const item = shown.items.find((one) => headline.test(one.headline));
  if (item === undefined) throw new Error(`no item ${String(headline)}`);
  render(<WhyItem item={item} />);
  return document.body.textContent;
}

describe('Why of a medicine', () => {
  it('shows the words for the patient and the other words of the same order', () => {
    const bundle = JSON.parse(readFileSync('fhir/samples/rosa-jimenez.json', 'utf8')) as unknown;
    const { review } = reviewChart(chartFromBundle(bundle), '2026-11-22', NEW_VISIT);
    const [relaxant] = review.relaxants.filter(({ drug }) => drug === 'methocarbamol');
    if (relaxant === undefined) throw new Error('no methocarbamol');
    const { container } = render(<WhyMedicine relaxant={relaxant} />);
    expect(container.textContent).toContain(
      'Tome 2 tabletas por la boca 4 veces al día por 7 días · also written Take 2 tablets by mouth 4 times a day for 7 days',
    );
  });
});

describe('Why of a pair', () => {
  it('says what each entry is: words, date, status, who ordered it, how it was matched, and where it stands', () => {
    const text = whyOf(/^Tizanidine \+ ciprofloxacin/);
    expect(text).toMatch(
      /ciprofloxacin 500 mg tablet · 11\/20\/2026 · current order · recorded by [^·]+ · matched by code: RxNorm \d+/,
    );
    expect(text).toContain('MedicationRequest/');
  });

  it('says since when both are taken', () => {
    expect(whyOf(/^Tizanidine \+ ciprofloxacin/)).toContain(
      'tizanidine and ciprofloxacin: together since 11/20/2026.',
    );
  });

  it('names rule, version, kind of basis and a source with section and link', () => {
    const text = whyOf(/^Tizanidine \+ ciprofloxacin/);
    expect(text).toMatch(/TIZ-CYP1A2-STRONG \(version \d{4}\.\d{2}\)/);
    expect(text).toContain('Basis: product label');
    expect(text).toContain(', section ');
    for (const link of screen.getAllByRole('link'))
      expect(link).toHaveAttribute('href', expect.stringMatching(/^https?:/));
  });
});

describe('Why of a red flag', () => {
  it('shows the year alone where the chart holds no day', () => {
    const flag = shown.redFlags.find(({ headline }) => headline.includes('breast cancer'));
    if (flag === undefined) throw new Error('no cancer history');
    render(<WhyRedFlag flag={flag} />);
    expect(document.body.textContent).toMatch(/breast cancer · 2014 · active/);
  });

  it('says that a window is BackSafe’s own where no source sets it', () => {
    const flag = [...shown.emergency, ...shown.redFlags].find(({ hits }) =>
      hits.some(({ rule }) => rule.limbs.some((limb) => 'bands' in limb)),
    );
    if (flag === undefined) throw new Error('no red flag with a window');
    render(<WhyRedFlag flag={flag} />);
    expect(document.body.textContent).toMatch(/working definition/);
  });
});
