// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Chart } from '../../src/chart/types';
import type { Presentation } from '../../src/review/presentation';
import type { Review } from '../../src/review/types';
import { CouldNotCheck } from '../../src/workspace/CouldNotCheck';
import { ReviewColumn } from '../../src/workspace/ReviewColumn';
// Loaded lazily by the app; a busy machine may take longer for it than a test waits.
import '../../src/workspace/Why';
import { SummaryLine } from '../../src/workspace/SummaryLine';
import { NO_RETRY, RetryContext } from '../../src/workspace/retry-context';
import type { Ready } from '../../src/workspace/review-state';
import { ALL_READ, CHART, NOTHING, NOT_PERMITTED, NOW, REVIEW, SITE, reading } from './fixtures';
import './setup';

const ready = (review: Review, chart: Chart = CHART, part: Partial<Ready> = {}): Ready => ({
  phase: 'ready',
  chart,
  reading: reading(review),
  conditionsLate: false,
  readAt: NOW,
  busy: false,
  ...part,
});
const page = (): string => document.body.textContent;

describe('the summary line', () => {
  it('leaves zero counts out and always counts the checks that could not run', () => {
    render(<SummaryLine shown={reading(REVIEW).shown} beforeJump={() => undefined} />);
    const entries = screen.getAllByRole('link').map((link) => link.textContent);
    expect(entries).toEqual([
      '1 contraindicated',
      '1 serious',
      '1 check could not run',
      'Driving: no',
      expect.stringMatching(/^1 .*symptoms not asked$/),
    ]);
    expect(page()).not.toMatch(/\b0 /);
  });

  it('shows no severity at all when nothing fired, and still says that symptoms were not asked', () => {
    render(<SummaryLine shown={reading(NOTHING).shown} beforeJump={() => undefined} />);
    expect(page()).not.toMatch(/contraindicated|serious|could not run/);
    expect(page()).toMatch(/symptoms not asked/);
  });

  it('keeps the room of what waited and did come, so that nothing below moves up, until the frame changes', () => {
    const height = vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(50);
    const completeness = { ...NOTHING.completeness, Observation: 'loading' } as const;
    const line = (review: Review) => (
      <SummaryLine shown={reading(review).shown} beforeJump={() => undefined} />
    );
    const { rerender } = render(line({ ...NOTHING, completeness }));
    expect(screen.getByRole('link', { name: '1 check could not run' })).toBeVisible();
    height.mockReturnValue(25);
    rerender(line(NOTHING));
    expect(screen.queryByRole('link', { name: '1 check could not run' })).toBeNull();
    expect(screen.getByRole('list').style.minHeight).toBe('50px');
    window.dispatchEvent(new Event('resize'));
    expect(screen.getByRole('list').style.minHeight).toBe('');
    height.mockRestore();
  });

  it('moves the focus to the block of an entry and leaves no trace in the address', async () => {
    render(
      <>
        <SummaryLine shown={reading(REVIEW).shown} beforeJump={() => undefined} />
        <ReviewColumn state={ready(REVIEW)} />
      </>,
    );
    await userEvent.click(screen.getByRole('link', { name: '1 check could not run' }));
    await expect.poll(() => document.activeElement?.id).toBe('could-not-check');
    expect(window.location.hash).toBe('');
  });
});

describe('red flags, when the conditions come after the first findings', () => {
  const order = (state: Ready): string[] => {
    render(<ReviewColumn state={state} />);
    return screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  };
  const place = (headings: readonly string[], start: string) =>
    headings.findIndex((heading) => heading.startsWith(start));

  it('stand above the medicines from the start, so that what they bring moves nothing', () => {
    const headings = order(ready(NOTHING, CHART, { conditionsLate: true }));
    expect(place(headings, 'Red flags')).toBeLessThan(place(headings, 'Back medicines'));
  });

  it('stand below the findings when the conditions were in time and bring nothing urgent', () => {
    const headings = order(ready(NOTHING));
    expect(place(headings, 'Red flags')).toBeGreaterThan(place(headings, 'Back medicines'));
  });
});

describe('findings', () => {
  it('stand worst first with severity word, headline and what to consider', () => {
    render(<ReviewColumn state={ready(REVIEW)} />);
    const first = screen.getByRole('region', { name: 'First' });
    const heads = within(first)
      .getAllByRole('button', { expanded: true })
      .map((head) => head.textContent);
    expect(heads[0]).toMatch(/^Contraindicated.*izanidine \+ ciprofloxacin.*new 11\/20$/);
    expect(heads[1]).toMatch(/^Serious.*Sedation and breathing/);
    expect(
      within(first).getByText(
        'Consider another antibiotic or antidepressant, or another plan for the spasm.',
      ),
    ).toBeVisible();
  });

  it('open their basis in place: chart entry, rule with version, and the source with its link', async () => {
    render(<ReviewColumn state={ready(REVIEW)} />);
    await userEvent.click(screen.getByRole('button', { name: /^Why: .*ciprofloxacin/ }));
    const link = await screen.findByRole('link', { name: /Zanaflex NDA 021447/ });
    expect(link).toHaveProperty('target', '_blank');
    expect(link).toHaveProperty('rel', 'noreferrer');
    expect(link.closest('li')?.textContent).toMatch(/section 4; 5\.1/);
    const basis = link.closest('section');
    expect(basis?.textContent).toContain('ciprofloxacin 500 MG Oral Tablet · 11/20/2026');
    expect(basis?.textContent).toContain('matched by code: RxNorm 2551');
    expect(basis?.textContent).toContain('MedicationRequest/cipro');
    expect(basis?.textContent).toContain('TIZ-CYP1A2-STRONG (version 2026.11)');
    expect(basis?.textContent).toContain('Basis: product label');
  });

  it('are one tab stop: arrows move, Enter closes and opens, Escape closes and keeps the focus on the row', async () => {
    const user = userEvent.setup();
    render(<ReviewColumn state={ready(REVIEW)} />);
    const first = screen.getByRole('region', { name: 'First' });
    const [top, next] = within(first).getAllByRole('button', { name: /^(Contraindicated|Serious)/ });
    top?.focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(next);
    await user.keyboard('{Escape}');
    expect(next?.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(next);
    await user.keyboard('{Enter}');
    expect(next?.getAttribute('aria-expanded')).toBe('true');
    expect([top?.tabIndex, next?.tabIndex]).toEqual([-1, 0]);
  });

  it('are never said to be absent without the number of checks that ran', () => {
    render(<ReviewColumn state={ready(NOTHING, ALL_READ)} />);
    expect(
      screen.getByText('Nothing matched in what could be read. 26 of 26 checks ran. Ask about symptoms.'),
    ).toBeVisible();
  });

  it('are not called absent while the chart is being read', () => {
    render(<ReviewColumn state={ready(NOTHING, ALL_READ, { busy: true })} />);
    expect(page()).not.toMatch(/Nothing matched|None found/);
    expect(screen.getAllByText('The chart is still being read.')).toHaveLength(2);
  });
});

describe('what could not be checked', () => {
  it('is always on screen, outside every fold', () => {
    render(<ReviewColumn state={ready(REVIEW)} />);
    const block = screen.getByRole('region', { name: /^Could not check \(1\)/ });
    expect(within(block).getByText('recorded allergies (not permitted)')).toBeVisible();
  });

  it('names whom to ask where another try brings nothing, and nobody where the chart was read', () => {
    const block = (lines: Presentation['couldNotCheck']) => (
      <RetryContext value={{ ...NO_RETRY, support: SITE.support }}>
        <CouldNotCheck lines={lines} checks={{ run: 1, total: 2 }} />
      </RetryContext>
    );
    const { rerender } = render(block(reading(REVIEW).shown.couldNotCheck));
    expect(screen.getByText(`Ask: ${SITE.support}`)).toBeVisible();
    const lab = { key: 'alt_xuln', text: 'ALT (none on file)', hides: undefined, rules: [], waits: false };
    rerender(block([lab]));
    expect(screen.queryByText(/^Ask:/)).toBeNull();
  });

  it('leaves its place to the number of checks that ran', () => {
    const { rerender } = render(<CouldNotCheck lines={[]} checks={{ run: 64, total: 64 }} />);
    expect(screen.getByText('64 of 64 checks ran.')).toBeVisible();
    expect(screen.queryByRole('region', { name: /^Could not check/ })).toBeNull();
    rerender(
      <CouldNotCheck lines={[]} checks={{ run: 64, total: 64 }} inFull={['Condition', 'Observation']} />,
    );
    expect(screen.getByText('Read in full: conditions, labs.')).toBeVisible();
  });

  it('says how many checks ran once, beside what else is said of them', () => {
    const { rerender } = render(<ReviewColumn state={ready(NOTHING, ALL_READ)} />);
    expect(
      screen.getByText(/^Read in full: conditions, medicines, allergies, labs, procedures\.$/),
    ).toBeVisible();
    expect(page().match(/26 of 26 checks ran/g)).toHaveLength(1);
    rerender(<ReviewColumn state={ready(NOTHING, ALL_READ, { busy: true })} />);
    expect(page().match(/26 of 26 checks ran/g)).toHaveLength(1);
    rerender(<ReviewColumn state={ready(REVIEW)} />);
    expect(page().match(/ checks ran/g)).toHaveLength(1);
  });

  it('names the checks that wait for it', async () => {
    render(<ReviewColumn state={ready(REVIEW)} />);
    await userEvent.click(screen.getByRole('button', { name: 'Why: could not check' }));
    expect(await screen.findByText(/a contraindicated finding could be hidden \(X-ALLERGY\)/)).toBeVisible();
  });
});

describe('red flags', () => {
  it('say that symptoms were not asked, whatever the chart holds', () => {
    render(<ReviewColumn state={ready(NOTHING, ALL_READ)} />);
    const block = screen.getByRole('region', { name: 'Red flags' });
    expect(block.textContent).toContain('Symptoms: not asked.');
    expect(block.textContent).toContain('None found in the conditions and medicines we could read.');
    expect(page().toLowerCase()).not.toContain('no red flags');
  });

  it.each(['not-permitted', 'failed', 'partial', 'unsupported'] as const)(
    'say "could not check", never "none found", when conditions are %s',
    (status) => {
      const review = { ...NOTHING, completeness: { ...NOTHING.completeness, Condition: status } };
      const chart = {
        ...ALL_READ,
        sections: { ...ALL_READ.sections, Condition: { ...NOT_PERMITTED, status } },
      };
      render(<ReviewColumn state={ready(review, chart)} />);
      const block = screen.getByRole('region', { name: 'Red flags' });
      expect(block.textContent).toMatch(/Could not check for red flags: conditions \(/);
      expect(page()).not.toMatch(/none found/i);
    },
  );

  it('say at once what could not be read beside what was found, and that more may come', () => {
    const review = {
      ...REVIEW,
      completeness: { ...REVIEW.completeness, Condition: 'failed', Observation: 'loading' },
    } as const;
    const { rerender } = render(<ReviewColumn state={ready(review)} />);
    const said = 'Could not check for other red flags: conditions (could not be read).';
    const block = screen.getByRole('region', { name: 'Red flags: 1 in chart history, others being read' });
    expect(within(block).getByText(said)).toBeVisible();
    const read = { ...review, completeness: { ...review.completeness, Observation: 'complete' } } as const;
    rerender(<ReviewColumn state={ready(read)} />);
    expect(
      within(screen.getByRole('region', { name: 'Red flags: 1 in chart history' })).getByText(said),
    ).toBeVisible();
  });

  it('show tier, entry and window, and open to their evidence', async () => {
    render(<ReviewColumn state={ready(REVIEW)} />);
    const block = screen.getByRole('region', { name: 'Red flags: 1 in chart history' });
    await userEvent.click(within(block).getByRole('button', { name: /^Urgent.*Cancer history/ }));
    await userEvent.click(within(block).getByRole('button', { name: /^Why: Cancer history/ }));
    expect(await within(block).findByText('Condition/7')).toBeVisible();
  });

  it('of emergency tier come first and cannot be folded away with others', () => {
    const [flag] = REVIEW.redFlags;
    if (flag === undefined) throw new Error('the fixture lost its red flag');
    render(<ReviewColumn state={ready({ ...REVIEW, redFlags: [{ ...flag, tier: 'emergency' }] })} />);
    const blocks = screen.getAllByRole('region').map((block) => block.id);
    expect(blocks[0]).toBe('emergency');
  });
});

describe('medicines', () => {
  it('show the sig verbatim, the driving scale with what raised it, and only what is unusual', () => {
    render(<ReviewColumn state={ready(REVIEW)} />);
    const [usual, odd] = within(screen.getByRole('region', { name: 'Back medicines' })).getAllByRole(
      'listitem',
    );
    expect(usual?.textContent).toContain('cyclobenzaprine 10 MG Oral Tablet since 11/19/2026');
    expect(usual?.querySelector('q')?.textContent).toBe('Take 1 tablet at bedtime');
    expect(usual?.textContent).toContain('Driving: Noraised from not yet: oxycodone');
    expect(usual?.textContent).not.toMatch(/matched by name|old order|not calculated/);
    expect(odd?.textContent).toMatch(
      /since 02\/2024.*old order: still taking it\?.*matched by name.*daily dose not calculated/,
    );
  });

  it('are only called absent when they were read in full and all recognised', () => {
    const none = { ...NOTHING, relaxants: [] };
    const { rerender } = render(<ReviewColumn state={ready(none, ALL_READ)} />);
    expect(screen.getByText('No back relaxant in this chart.')).toBeVisible();

    const strange = { ...none, unrecognised: [{ reference: 'MedicationRequest/4', text: 'blue pill' }] };
    rerender(<ReviewColumn state={ready(strange, ALL_READ)} />);
    expect(page()).not.toContain('No back relaxant in this chart');
    expect(page()).toContain('1 medicine not recognised');
    expect(screen.getByText('blue pill')).toBeVisible();

    const sections = { ...ALL_READ.sections, MedicationRequest: NOT_PERMITTED };
    rerender(<ReviewColumn state={ready(none, { ...ALL_READ, sections })} />);
    expect(page()).toContain(
      'Medicines could not be read (not permitted). This page cannot say what the patient takes.',
    );
    const lost = { ...sections, MedicationRequest: { ...NOT_PERMITTED, status: 'failed' } as const };
    rerender(<ReviewColumn state={ready(none, { ...ALL_READ, sections: lost })} />);
    expect(page()).toContain('Medicines could not be read. This page cannot say what the patient takes.');
  });
});

describe('the fold', () => {
  it('holds cautions and what did not count, each with its number outside', async () => {
    render(<ReviewColumn state={ready(REVIEW)} />);
    expect(screen.queryByText('Sepsis')).toBeNull();
    expect(screen.getByRole('button', { name: /^Cautions \(1\)/ })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^Looked at, did not count \(1\)/ }));
    expect(screen.getByText('Sepsis').closest('li')?.textContent).toContain('refuted');
  });
});
