// @vitest-environment jsdom
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { WRITTEN_CAUTION_RULES } from '../../src/knowledge/cautions/written';
import { WRITTEN_RED_FLAG_RULES } from '../../src/knowledge/red-flags/written';
import { RULE_CARDS, rulesToShow } from '../../src/workspace/rule-search';
import type { Grade } from '../../src/workspace/rule-search';
import { Sources } from '../../src/workspace/Sources';
import './setup';

const ids = (query: string, ...grades: Grade[]) => rulesToShow(query, new Set(grades)).map(({ id }) => id);

describe('the rules that a search shows', () => {
  it('are all of them, each with its reason and sources, while nothing is asked', () => {
    expect(ids('')).toEqual([...WRITTEN_CAUTION_RULES, ...WRITTEN_RED_FLAG_RULES].map(({ id }) => id));
    for (const { id, clinician, sources } of RULE_CARDS) {
      expect(clinician.length, id).toBeGreaterThan(10);
      expect(sources.length, id).toBeGreaterThan(0);
    }
  });

  it('hold every word, in any order and case: medicine, id, condition or source', () => {
    expect(ids('Ciprofloxacin TIZANIDINE')).toContain('TIZ-CYP1A2-STRONG');
    expect(ids('tiz-renal')).toEqual(['TIZ-RENAL']);
    expect(ids('saddle')).toContain('CES');
    // Named so, before those that only mention it.
    expect(ids('dantrolene').slice(0, 2)).toEqual(['DAN-LIVER', 'DAN-POSTURE']);
    expect(ids('ces')[0]).toBe('CES');
    expect(ids('muanda')).toContain('BAC-RENAL-AVOID');
    expect(ids('jørgensen xyz')).toEqual([]);
  });

  it('keep to the chosen grades', () => {
    const emergencies = rulesToShow('', new Set<Grade>(['emergency']));
    expect(emergencies.map(({ id }) => id)).toContain('CES');
    expect(new Set(emergencies.map(({ grade }) => grade))).toEqual(new Set(['emergency']));
    expect(ids('', 'contraindicated')).toHaveLength(22);
    expect(ids('baclofen', 'contraindicated', 'emergency').length).toBeLessThan(ids('baclofen').length);
  });
});

describe('the screen of rules and sources', () => {
  const open = () => {
    const close = vi.fn();
    render(<Sources close={close} />);
    return { close, user: userEvent.setup() };
  };
  const said = () => screen.getByRole('status').textContent;

  it('begins with what it is, how old, who signed, and that it does not replace judgment', () => {
    open();
    expect(screen.getByRole('heading', { name: 'Rules and sources' })).toHaveFocus();
    expect(document.body).toHaveTextContent('supports, and does not replace, clinical judgment');
    expect(document.body).toHaveTextContent(/Knowledge version 20\d\d\.\d\d, sources due for review by /);
    expect(document.body).toHaveTextContent('Not signed off yet: awaiting a pharmacist and a physician.');
    expect(said()).toBe('160 of 160 rules');
  });

  it('answers the 13 attributes and names the owners of the codes', () => {
    open();
    const about = within(screen.getByRole('region', { name: 'About all rules' }));
    for (const name of ['Funding of development', 'Use of race', 'RxNorm', 'SNOMED CT', 'LOINC'])
      expect(about.getByText(name)).toBeInTheDocument();
  });

  it('opens a rule to its trigger, texts, basis and sources with kind, section and address', async () => {
    const { user } = open();
    await user.type(screen.getByRole('searchbox', { name: 'Find' }), 'DAN-HIGHRISK');
    await waitFor(() => {
      expect(said()).toBe('1 of 160 rules');
    });
    await user.click(screen.getByText('Dantrolene in higher-risk patients'));
    const rule = screen.getByRole('group', { name: '' });
    await waitFor(() => {
      expect(rule).toHaveTextContent('recorded sex female');
    });
    for (const text of [
      'recorded sex female',
      'Higher liver risk: female, over 35, or other medicines.',
      'product label',
      'label:',
      'Use of sex: Used: the boxed warning names female sex as a risk factor.',
    ])
      expect(rule).toHaveTextContent(text);
    expect(within(rule).getByRole('link', { name: 'Dantrium boxed warning (label text)' })).toHaveAttribute(
      'href',
      'https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=57b4eec1-49e1-432c-95ae-0fe36e32d64b',
    );
    expect(rule).toHaveTextContent('section Boxed warning');
  });

  it('opens a red flag to its windows with tier and origin', async () => {
    const { user } = open();
    await user.type(screen.getByRole('searchbox'), 'motor deficit');
    await user.click(screen.getByText('Motor deficit or cord disease'));
    expect(document.body).toHaveTextContent(
      'in the last 14 days: emergency (working definition); in the last 365 days: urgent (quality measure CMS166v7)',
    );
  });

  it('filters by grade, and says when nothing is left', async () => {
    const { user } = open();
    const emergency = screen.getByRole('button', { name: 'emergency' });
    await user.click(emergency);
    expect(emergency).toHaveAttribute('aria-pressed', 'true');
    await user.type(screen.getByRole('searchbox'), 'tizanidine');
    expect(said()).toBe('0 of 160 rules');
    expect(document.body).toHaveTextContent('No rule holds these words.');
    await user.click(emergency);
    expect(said()).not.toMatch(/^0 /);
  });

  it('Escape empties the search first, then closes', async () => {
    const { close, user } = open();
    await user.type(screen.getByRole('searchbox'), 'tizanidine{Escape}');
    expect(screen.getByRole('searchbox')).toHaveValue('');
    expect(close).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(close).toHaveBeenCalledTimes(1);
  });
});
