// @vitest-environment jsdom
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Review } from '../../src/review/types';
import { NEW_VISIT } from '../../src/review/visit-record';
import type { VisitRecord } from '../../src/review/visit-record';
import { askGroups, askedOf, medicineQuestions, restNo } from '../../src/workspace/ask';
import { AskSheet } from '../../src/workspace/AskSheet';
import { AskedState } from '../../src/workspace/AskedState';
import { SPANISH_QUESTIONS } from '../../src/workspace/spoken-es';
import { SummaryLine } from '../../src/workspace/SummaryLine';
import { VisitContext } from '../../src/workspace/visit-context';
import { REVIEW, reading, relaxant, rule } from './fixtures';
import './setup';

const YOUNG: Review = { ...REVIEW, patient: { ...REVIEW.patient, age: 34 } };

describe('the questions', () => {
  it('are twenty, and nineteen where a pregnancy is not possible', () => {
    const count = (review: Review) => askGroups(review).flatMap((group) => group.items).length;
    expect(count(YOUNG)).toBe(20);
    expect(count(REVIEW)).toBe(19);
    expect(count({ ...YOUNG, patient: { ...YOUNG.patient, sex: 'male' } })).toBe(19);
  });

  it('on medicines are three, and more only where a rule of a listed relaxant waits for the answer', () => {
    const ids = (review: Review) => medicineQuestions(review, {}).map(({ linkId }) => linkId);
    const three = ['alcohol_heavy', 'commercial_driver', 'stopping_or_gap'];
    const allergiesRead: Review = {
      ...REVIEW,
      completeness: { ...REVIEW.completeness, AllergyIntolerance: 'complete' },
    };
    expect(ids(allergiesRead)).toEqual(three);
    // Recorded allergies were not permitted: what could not be read is asked.
    expect(ids(REVIEW).toSorted()).toEqual([...three, 'relaxant_reaction'].toSorted());
    const waiting = relaxant('metaxalone', 'metaxalone', 'metaxalone 640 MG Oral Tablet', {
      notAsked: [
        {
          rule: rule({ id: 'MTX-640', title: 'Metaxalone 640' }),
          missing: [{ key: 'metaxalone_640_switch', kind: 'answer', why: 'not asked' }],
        },
      ],
    });
    expect(ids({ ...REVIEW, relaxants: [waiting] })).toContain('metaxalone_640_switch');
  });

  it('answered in bulk get a no only where nobody answered, and only in that group', () => {
    const [legs, chest] = askGroups(REVIEW);
    if (legs === undefined || chest === undefined) throw new Error('two emergency groups are missing');
    const after = restNo({ 'ces-urine': true }, legs);
    expect(after['ces-urine']).toBe(true);
    expect(after['ces-saddle']).toBe(false);
    expect(Object.keys(after).sort()).toEqual(legs.items.map(({ linkId }) => linkId).sort());
    expect(askedOf(askGroups(REVIEW), after).emergencyNotAsked).toEqual(chest.items);
  });
});

function Sheet({ close, of = REVIEW }: { readonly close: () => void; readonly of?: Review }): ReactElement {
  const [visit, setVisit] = useState<VisitRecord>(NEW_VISIT);
  const handle = useMemo(
    () => ({ visit, changeVisit: setVisit, undecided: () => undefined, judge: undefined }),
    [visit],
  );
  const { review, shown } = reading(of);
  return (
    <VisitContext value={handle}>
      <SummaryLine shown={shown} beforeJump={() => undefined} />
      <AskSheet review={review} shown={shown} close={close} />
      <AskedState review={review} />
    </VisitContext>
  );
}
const question = (words: RegExp) => within(screen.getByRole('group', { name: words }));
const chosen = (words: RegExp) =>
  question(words)
    .getAllByRole('button')
    .filter((button) => button.getAttribute('aria-pressed') === 'true')
    .map((button) => button.textContent);

describe('the sheet', () => {
  it('begins with nothing asked, and says so without calling it a no', () => {
    render(<Sheet close={() => undefined} />);
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
      'Ask the patient: 0 of 19 asked · 8 emergency questions not asked',
    );
    expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
    expect(screen.getAllByText('not asked')).toHaveLength(23);
    expect(screen.getByText('Symptoms: not asked.')).toBeVisible();
    expect(document.querySelectorAll('[aria-pressed="true"]')).toHaveLength(0);
  });

  it('takes an answer with one click and takes it back with a second on the same button', async () => {
    render(<Sheet close={() => undefined} />);
    await userEvent.click(question(/foot drag/).getByText('Yes'));
    expect(chosen(/foot drag/)).toEqual(['Yes']);
    expect(screen.getByRole('link', { name: /1 symptom asked/ })).toBeVisible();
    await userEvent.click(question(/foot drag/).getByText('Yes'));
    expect(chosen(/foot drag/)).toEqual([]);
    expect(screen.getByRole('link', { name: /symptoms not asked/ })).toBeVisible();
  });

  it('is worked with the keyboard alone: one tab stop, arrows, y and n, Backspace, Escape', async () => {
    const close = vi.fn();
    const user = userEvent.setup();
    render(<Sheet close={close} />);
    question(/foot drag/)
      .getByText('Yes')
      .focus();
    await user.keyboard('n{ArrowDown}');
    expect(chosen(/foot drag/)).toEqual(['No']);
    expect(question(/both legs/).getByText('No')).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(chosen(/both legs/)).toEqual(['Yes']);
    await user.keyboard('{Backspace}');
    expect(chosen(/both legs/)).toEqual([]);
    expect(document.querySelectorAll('[data-choice][tabindex="0"]')).toHaveLength(2);
    await user.keyboard('{Escape}');
    expect(close).toHaveBeenCalledOnce();
  });

  it('takes exam and plan as typed, beside the questions and counted as none', async () => {
    render(<Sheet close={() => undefined} />);
    await userEvent.type(screen.getByLabelText('Exam'), 'no leak');
    expect(screen.getByLabelText('Exam')).toHaveValue('no leak');
    expect(screen.getByText('Symptoms: not asked.')).toBeVisible();
  });

  it('asks the eight emergency questions with two clicks more than opening it, and names those still open', async () => {
    render(<Sheet close={() => undefined} />);
    await userEvent.click(screen.getByLabelText('All asked, all no: Legs, bladder, bowel'));
    expect(
      screen.getByText(
        'Symptoms: 6 of 19 asked. Emergency, not asked: chest pain, tearing pain or fainting.',
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByLabelText('All asked, all no: Chest and belly'));
    expect(screen.getByText('Symptoms: 8 of 19 asked.')).toBeVisible();
    expect(chosen(/fall, crash/)).toEqual([]);
  });
});

describe('the questions in the patient’s language', () => {
  const SPEAKS_SPANISH: Review = { ...REVIEW, patient: { ...REVIEW.patient, languages: ['es-MX'] } };

  it('stand in Spanish beside the clinician’s words, with who has not read them yet', async () => {
    render(<Sheet close={() => undefined} of={SPEAKS_SPANISH} />);
    const aloud = await screen.findByText(SPANISH_QUESTIONS.words['ces-saddle']);
    expect(aloud).toHaveAttribute('lang', 'es');
    expect(aloud.closest('[data-question]')).toHaveTextContent('Numb between the legs or around the bottom?');
    expect(screen.getByText(/await sign-off by a clinician and a qualified translator/)).toBeVisible();
    expect(screen.getAllByText('not asked')).toHaveLength(23);
    // Where a row has no room for "not asked", its group's heading tells how many are.
    expect(screen.getAllByText('6 not asked')).toHaveLength(2);
    await userEvent.click(screen.getByLabelText('All asked, all no: Legs, bladder, bowel'));
    expect(screen.getByText('6 not asked').parentElement).toHaveTextContent(/^Infection and cancer/);
    await userEvent.selectOptions(screen.getByLabelText('Wording'), 'English');
    expect(screen.queryByText(SPANISH_QUESTIONS.words['ces-saddle'])).not.toBeInTheDocument();
    expect(screen.queryByText(/sign-off/)).not.toBeInTheDocument();
  });

  it('are questions, of short sentences, and say "usted"', () => {
    const words = Object.values(SPANISH_QUESTIONS.words);
    expect(new Set(words).size).toBe(words.length);
    for (const text of words) {
      expect(text).toMatch(/^(?=[^?]*¿).*\?$/);
      expect((text.match(/¿/g) ?? []).length, text).toBe((text.match(/\?/g) ?? []).length);
      expect(text).not.toMatch(/\b(tienes|tomas|sientes|puedes|estás|tu|tus)\b/i);
      for (const sentence of text.split('? '))
        expect(sentence.split(' ').length, text).toBeLessThanOrEqual(20);
    }
  });
});
