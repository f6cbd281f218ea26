// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import { languageFor } from '../../src/handout/content/languages';
import { HandoutPages } from '../../src/handout/HandoutPages';
import type { Review } from '../../src/review/types';
import { HandoutRail } from '../../src/workspace/HandoutRail';
import { useHandout } from '../../src/workspace/useHandout';
import '../workspace/setup';
import { review, SITE } from './review-factory';

function Both({ of }: { readonly of: Review }) {
  const handout = useHandout(of, SITE, compose);
  if (handout === undefined) return null;
  return (
    <>
      <div data-testid="rail">
        <HandoutRail review={of} handout={handout} />
      </div>
      <HandoutPages document={handout.document} />
    </>
  );
}

const speaking = (languages: readonly string[], interpreterNeeded = false): Review =>
  review({ patient: { ...review().patient, languages, interpreterNeeded } });

const rail = () => within(screen.getByTestId('rail'));
const inSpanish = () => screen.findByRole('heading', { level: 1, name: /^Espasmo de espalda/ });
const inEnglish = () => screen.findByRole('heading', { level: 1, name: /^Back spasm/ });

describe('the language of the paper', () => {
  it.each([
    [['es'], 'es'],
    [['es-MX', 'en'], 'es'],
    [['en-US', 'es'], 'en'],
    [['vi', 'es'], 'es'],
    [['vi'], 'en'],
    [[], 'en'],
  ] as const)('for a patient who speaks %j is %s', (spoken, language) => {
    expect(languageFor(spoken)).toBe(language);
  });

  it('follows the chart, and can be switched', async () => {
    render(<Both of={speaking(['es-US'])} />);
    expect((await inSpanish()).closest('article')).toHaveAttribute('lang', 'es');
    await userEvent.selectOptions(rail().getByLabelText('Language'), 'English');
    expect((await inEnglish()).closest('article')).toHaveAttribute('lang', 'en');
    await userEvent.selectOptions(rail().getByLabelText('Language'), 'Español');
    await inSpanish();
  });

  it('is told with its missing sign-off, while the lines are read in English', async () => {
    render(<Both of={speaking(['es'])} />);
    await inSpanish();
    expect(rail().getByText(/await sign-off by a clinician and a qualified translator/)).toBeVisible();
    expect(rail().getByText(/Stand up slowly\. Use a night light\./)).toBeVisible();
    expect(rail().queryByText(/Párese despacio/)).toBeNull();
    expect(screen.getByText(/Párese despacio/)).toBeVisible();
  });

  it('says nothing of a sign-off for English', async () => {
    render(<Both of={speaking(['en'])} />);
    await inEnglish();
    expect(rail().queryByText(/sign-off/)).toBeNull();
  });

  it('comes with "interpreter needed" when the chart says so, and only then', async () => {
    const { unmount } = render(<Both of={speaking(['es'], true)} />);
    await inSpanish();
    expect(rail().getByText(/Interpreter needed/)).toBeVisible();
    unmount();
    render(<Both of={speaking(['es'])} />);
    await inSpanish();
    expect(rail().queryByText(/Interpreter needed/)).toBeNull();
  });
});
