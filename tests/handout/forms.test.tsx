// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { asText } from '../../src/handout/as-text';
import { compose } from '../../src/handout/compose';
import { SPANISH } from '../../src/handout/content/es';
import { composeForm } from '../../src/handout/forms';
import { HandoutPages } from '../../src/handout/HandoutPages';
import type { HandoutDocument, HandoutSection, PaperForm } from '../../src/handout/model';
import { Paper } from '../../src/workspace/Paper';
import { useHandout } from '../../src/workspace/useHandout';
import '../workspace/setup';
import { input, relaxant, review, rule, hit, evidence, other, SITE } from './review-factory';
import { PSEUDO_RTL } from './pseudo-language';

const two = review({
  relaxants: [
    relaxant('cyclobenzaprine_ir', {
      cautions: [
        hit(rule('X-OPIOID', { patient: 'You also take {other}.' }), [
          evidence('MedicationRequest/oxy', 'oxycodone'),
        ]),
      ],
    }),
    relaxant('tizanidine'),
  ],
  otherMedicines: [other('MedicationRequest/oxy', ['oxycodone'], ['opioid'])],
});
const many = review({
  relaxants: (
    [
      'baclofen',
      'carisoprodol',
      'chlorzoxazone',
      'cyclobenzaprine_ir',
      'diazepam',
      'metaxalone',
      'methocarbamol',
      'tizanidine',
    ] as const
  ).map((drug) => relaxant(drug)),
});
const FORMS: readonly PaperForm[] = [
  { size: 'large', bilingual: false },
  { size: 'standard', bilingual: true },
  { size: 'large', bilingual: true },
];

const laidSections = ({ sheets }: HandoutDocument): readonly HandoutSection[] =>
  sheets.flatMap(({ strips }) => strips.flatMap(({ sections }) => sections));
/** Every word of a list of sections, in order; headings and "more medicines" come again where a part goes on. */
const itemsOf = (sections: readonly HandoutSection[]): readonly string[] =>
  sections.flatMap(({ columns }) =>
    columns.flat().flatMap((block) => {
      switch (block.kind) {
        case 'list':
          return block.items.map((runs) => runs.map(({ text }) => text).join(''));
        case 'medicines':
          return block.rows.map(({ name }) => name);
        case 'paragraph':
          return [block.runs.map(({ text }) => text).join('')];
        case 'subheading':
          return [block.text];
        case 'blank':
          return [block.label];
      }
    }),
  );

it.each([...FORMS, { size: 'standard', bilingual: false } as const])(
  'the head of the paper says who and when before whom to call, in one column; in two the numbers stand beside: %j',
  (form) => {
    const { container } = render(
      <HandoutPages document={composeForm({ ...input(two), text: SPANISH }, form)} />,
    );
    const rows = container.querySelectorAll('header:last-of-type .who');
    const beside = form.size === 'standard' && !form.bilingual;
    expect(
      [...rows].map((row) => [...row.children].map(({ textContent }) => textContent.split(' ')[0])),
    ).toEqual(
      beside
        ? [
            ['Para', 'Llámenos:'],
            ['Visita', 'Noches,'],
          ]
        : [
            ['Para', 'Visita'],
            ['Llámenos:', 'Noches,'],
          ],
    );
  },
);

describe('every form of the paper', () => {
  it.each(FORMS)('%j holds each line of the paper once, in its order', (form) => {
    for (const of of [two, many, review({ relaxants: [] })]) {
      const paper = composeForm({ ...input(of), text: SPANISH }, form);
      const inFirst = laidSections(paper).filter(({ language }) => language === undefined);
      const inSecond = laidSections(paper).filter(({ language }) => language !== undefined);
      expect(itemsOf(inFirst)).toEqual(itemsOf(paper.sections));
      expect(itemsOf(inSecond)).toEqual(itemsOf(paper.also?.sections ?? []));
    }
  });

  it.each(FORMS)('%j leaves nothing off to fit', (form) => {
    const paper = composeForm({ ...input(many), text: SPANISH }, form);
    expect(paper.lines.filter(({ origin }) => origin === 'left off to fit')).toEqual([]);
  });
});

describe('a bilingual paper', () => {
  const paper = composeForm({ ...input(two), text: SPANISH }, { size: 'standard', bilingual: true });

  it('has English on the left of every section and the other language beside it', () => {
    for (const { strips } of paper.sheets)
      for (const { sections } of strips) {
        expect(sections.map(({ id }) => id)).toEqual([sections[0]?.id, sections[0]?.id]);
        expect(sections.map(({ language }) => language)).toEqual([undefined, 'es']);
      }
  });

  it('says "not reviewed" in both languages, and is one text after the other when copied', () => {
    expect(paper.notReviewed).toBe('Not reviewed · Sin revisar');
    const text = asText(paper);
    expect(text.indexOf('BACK SPASM AND YOUR')).toBeLessThan(text.indexOf('ESPASMO DE ESPALDA'));
  });

  it('keeps the direction of a language that is read from the right', () => {
    const { also, sheets } = composeForm(
      { ...input(two), text: PSEUDO_RTL },
      { size: 'standard', bilingual: true },
    );
    expect(also?.direction).toBe('rtl');
    expect(sheets[0]?.strips[0]?.sections[1]?.direction).toBe('rtl');
  });

  it('without a relaxant takes three sheets: same-day signs stand with what follows where that saves one', () => {
    const of = { ...input(review({ relaxants: [] })), text: SPANISH };
    const ids = composeForm(of, { size: 'standard', bilingual: true }).sheets.map(({ strips }) =>
      strips.map(({ sections }) => sections[0]?.id),
    );
    expect(ids).toEqual([
      ['know', 'danger'],
      ['sameday', 'home'],
      ['what', 'prevent', 'teachback', 'next'],
    ]);
    const large = composeForm(of, { size: 'large', bilingual: false }).sheets.map(({ strips }) =>
      strips.map(({ sections }) => sections[0]?.id),
    );
    expect(large.findIndex((sheet) => sheet.includes('sameday'))).toBeLessThan(
      large.findIndex((sheet) => sheet.includes('home')),
    );
  });

  it('in English alone is a paper in English', () => {
    expect(composeForm(input(two), { size: 'standard', bilingual: true }).also).toBeUndefined();
  });
});

describe('a table of medicines longer than its sheet', () => {
  it('goes on on the next, and the first says so', () => {
    const paper = compose(input(many));
    const parts = laidSections(paper).filter(({ id }) => id === 'medicine');
    expect(parts.length).toBeGreaterThan(1);
    expect(parts[0]?.closing?.map(({ text }) => text).join('')).toBe('More medicines on page 2.');
    expect(itemsOf(parts)).toHaveLength(8);
  });

  it.each(['Letter', 'A4'] as const)(
    'stays whole on bilingual %s where parting it saves no sheet',
    (pageSize) => {
      const tables = (count: number) => {
        const of = input(review({ relaxants: many.relaxants.slice(0, count) }), {}, { pageSize });
        return laidSections(
          composeForm({ ...of, text: SPANISH }, { size: 'standard', bilingual: true }),
        ).filter(({ id, language }) => id === 'medicine' && language === undefined).length;
      };
      expect([4, 8].map(tables)).toEqual([1, 2]);
    },
  );

  it('leaves white between its parts where a third sheet gives the room', () => {
    const { sheets } = compose(input(many));
    expect(sheets.map(({ spacing }) => spacing)).toEqual(['tight', 'roomy', 'roomy']);
    expect(itemsOf(laidSections(compose(input(many))))).toEqual(itemsOf(compose(input(many)).sections));
  });
});

function Opened() {
  const handout = useHandout(two, SITE, compose);
  if (handout === undefined) return null;
  return (
    <Paper
      patientName="Maria Lopez"
      handout={handout}
      now={() => new Date('2026-11-22T10:00:00')}
      notices={null}
      close={vi.fn()}
    />
  );
}
const paper = () => screen.getByRole('article');

describe('the toolbar of the paper', () => {
  it('switches to large print and back, with the number of pages', async () => {
    render(<Opened />);
    const size = screen.getByLabelText('Size of the letters');
    expect(screen.getByText('2 pages')).toBeVisible();
    await userEvent.selectOptions(size, 'Large, 18 point');
    await vi.waitFor(() => {
      expect(paper()).toHaveAttribute('data-size', 'large');
    }, 15_000);
    const sheets = paper().querySelectorAll('.sheet');
    expect(screen.getByText(`${sheets.length} pages`)).toBeVisible();
    expect(
      within(sheets[sheets.length - 1] as HTMLElement).getByText(`Page ${sheets.length} of ${sheets.length}`),
    ).toBeInTheDocument();
    await userEvent.selectOptions(size, '12 point');
    expect(paper()).toHaveAttribute('data-size', 'standard');
  });

  it('puts English beside Spanish, and takes the approval back because the paper is another one', async () => {
    vi.spyOn(window, 'print').mockImplementation(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    render(<Opened />);
    await userEvent.click(screen.getByRole('button', { name: 'Approve and print' }));
    expect(within(paper()).queryByText('Not reviewed')).toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('Language of the paper'), 'English | Español');
    expect(await screen.findAllByRole('heading', { level: 1 })).toHaveLength(2);
    expect(within(paper()).getAllByText('Not reviewed · Sin revisar').length).toBeGreaterThan(2);
  });
});
