// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { chartFromBundle } from '../../src/chart/from-bundle';
import { NEW_VISIT } from '../../src/review/visit-record';
import { reviewChart } from '../../src/workspace/engine';
import { Timeline } from '../../src/workspace/Timeline';
import './setup';

const TODAY = '2026-11-22';

/** Draws the timeline of a sample; the picture and the table that says the same. */
function draw(
  sample: string,
  visit = NEW_VISIT,
): { readonly picture: HTMLElement; readonly tables: readonly HTMLElement[] } {
  const bundle = JSON.parse(readFileSync(`fhir/samples/${sample}.json`, 'utf8')) as unknown;
  const chart = chartFromBundle(bundle);
  const { review } = reviewChart(chart, TODAY, visit);
  render(<Timeline review={review} chart={chart} close={() => undefined} />);
  return {
    picture: screen.getByRole('img', { name: 'Picture of the table below' }),
    tables: screen.getAllByRole('table'),
  };
}
const marksOf = (picture: HTMLElement) => [...picture.querySelectorAll('[data-mark]')];
const rowsOf = (tables: readonly HTMLElement[]) =>
  tables.flatMap((table) => within(table).getAllByRole('row').slice(1));

describe.each(['maria-lopez', 'samuel-adeyemi'])('the timeline of %s', (sample) => {
  it('draws what the table says, and says what it draws: each entry once in both', () => {
    const { picture, tables } = draw(sample);
    const drawn = marksOf(picture).map((mark) => mark.getAttribute('data-mark'));
    const said = rowsOf(tables).map((row) => /\b\w+\/\S+$/.exec(row.textContent)?.[0]);
    expect(drawn.length).toBeGreaterThan(0);
    expect(said).toEqual(drawn);
    expect(new Set(drawn).size).toBe(drawn.length);
    for (const mark of marksOf(picture)) expect(mark.childElementCount, mark.outerHTML).toBeGreaterThan(0);
    // The table says it already: the picture is one image to a screen reader.
    for (const drawing of picture.querySelectorAll('svg'))
      expect(drawing.closest('[aria-hidden="true"]')).not.toBeNull();
  });
});

it('names what was said or planned at the visit apart: the picture is of the chart', () => {
  const { picture, tables } = draw('maria-lopez', {
    ...NEW_VISIT,
    planned: { methocarbamol: { perDose: 1, at: ['bedtime'] } },
    said: ['diphenhydramine'],
  });
  for (const part of [picture, ...tables])
    expect(part).not.toHaveTextContent(/methocarbamol|diphenhydramine|#/);
  for (const name of ['methocarbamol', 'diphenhydramine'])
    expect(screen.getByText(name, { selector: 'bdi' }).closest('li')?.textContent).toMatch(
      new RegExp(`^${name}: .+, said or planned at this visit, not in the chart $`),
    );
});
