import { describe, expect, it } from 'vitest';
import { asText } from '../../src/handout/as-text';
import { compose } from '../../src/handout/compose';
import { ENGLISH } from '../../src/handout/content/en';
import { SPANISH } from '../../src/handout/content/es';
import { composeForm } from '../../src/handout/forms';
import type { HandoutText } from '../../src/handout/content/text';
import { REVIEW_BY } from '../../src/knowledge/version';
import { PSEUDO_RTL } from './pseudo-language';
import { input, review } from './review-factory';

const source = (asOf: string, text: HandoutText): string =>
  compose({ ...input(review({ asOf })), text }).sourceLine;

describe('the source line once its sources were due for review', () => {
  it.each([
    ['en', ENGLISH, / A check of these facts was due on 11\/22\/2027\.$/],
    ['es', SPANISH, / Estos datos se debían revisar el 22 nov 2027\.$/],
  ] as const)('says so from that day on: %s', (_, text, due) => {
    expect(source('2027-11-21', text)).not.toMatch(due);
    expect(source(REVIEW_BY, text)).toMatch(due);
    expect(source('2028-03-01', text)).toMatch(due);
  });

  it('keeps its date apart in a language read from the right', () => {
    expect(source(REVIEW_BY, PSEUDO_RTL)).toContain('\u2068');
    expect(source(REVIEW_BY, PSEUDO_RTL).length).toBeGreaterThan(source('2027-11-21', PSEUDO_RTL).length);
  });

  it('says so in both languages of a bilingual paper, and in the copied text', () => {
    const paper = composeForm(
      { ...input(review({ asOf: REVIEW_BY })), text: SPANISH },
      { size: 'standard', bilingual: true },
    );
    expect(asText(paper)).toMatch(/was due on 11\/22\/2027[^]+debían revisar el 22 nov 2027/);
  });
});
