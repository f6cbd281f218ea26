// @vitest-environment node
import AxeBuilder from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import { SPANISH } from '../../src/handout/content/es';
import { composeForm } from '../../src/handout/forms';
import type { HandoutDocument, HandoutInput } from '../../src/handout/model';
import { findOrInstallChromium } from '../../tools/chromium';
import { PAPER_CASES } from './paper-cases';
import { paperHtml, printed } from './printed';
import type { PrintedPage } from './printed';
import { input } from './review-factory';
import { sampleReviews } from './sample-papers';

interface Paper {
  readonly name: string;
  readonly handout: HandoutDocument;
  readonly pages: readonly PrintedPage[];
}

let browser: Browser;
const papers: Paper[] = [];
const spanish: Paper[] = [];
const forms: Paper[] = [];

/** Every paper is printed once; the expectations read the same PDFs. */
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findOrInstallChromium(),
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const all = [
    ...Object.entries(PAPER_CASES),
    ...sampleReviews().map(([file, review]) => [`sample ${file}`, input(review)] as const),
  ];
  const print = async (name: string, handout: HandoutDocument) =>
    ({ name, handout, pages: await printed(browser, handout, name) }) satisfies Paper;
  for (const [name, of] of all) papers.push(await print(name, compose(of)));
  // Size of paper, language and form cross so that each value meets each other one once.
  const lopez = all.find(([name]) => name.includes('maria-lopez'))?.[1];
  const jimenez = all.find(([name]) => name.includes('rosa-jimenez'))?.[1];
  if (lopez === undefined || jimenez === undefined) throw new Error('Two samples are gone');
  const a4 = (of: HandoutInput): HandoutInput => ({
    ...of,
    site: { ...of.site, pageSize: 'A4' },
    text: SPANISH,
  });
  spanish.push(
    await print('Spanish, Letter, two relaxants', compose({ ...jimenez, text: SPANISH })),
    await print('Spanish, A4, two relaxants', compose(a4(lopez))),
  );
  forms.push(
    await print('English, Letter, large', composeForm(lopez, { size: 'large', bilingual: false })),
    await print('Spanish, A4, large', composeForm(a4(jimenez), { size: 'large', bilingual: false })),
    await print('bilingual, A4', composeForm(a4(lopez), { size: 'standard', bilingual: true })),
    await print(
      'bilingual, Letter, large',
      composeForm({ ...jimenez, text: SPANISH }, { size: 'large', bilingual: true }),
    ),
  );
}, 300_000);
afterAll(async () => {
  await browser.close();
});

const withMedicine = ({ handout }: Paper): boolean =>
  handout.sections.some((section) => section.id === 'medicine');

function paper(name: string): Paper {
  const found = papers.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`No paper "${name}" was printed`);
  return found;
}

/** Papers with a fault, by name, so that a failure says which. */
const faulty = (of: readonly Paper[], fault: (paper: Paper) => boolean): readonly string[] =>
  of.filter(fault).map(({ name }) => name);

describe('the printed paper', () => {
  it('takes two sheets, three only when it holds three or more medicines', () => {
    const rows = ({ handout }: Paper): number =>
      handout.sections
        .flatMap((section) => section.columns.flat())
        .reduce((sum, block) => sum + (block.kind === 'medicines' ? block.rows.length : 0), 0);
    expect(faulty(papers, (of) => of.pages.length !== 2 && !(of.pages.length === 3 && rows(of) > 2))).toEqual(
      [],
    );
  });

  it('takes as many sheets as the rail says', () => {
    expect(faulty(papers, ({ handout, pages }) => handout.sheets.length !== pages.length)).toEqual([]);
  });

  it('holds danger signs, driving, "do not mix" and the medicines on the first sheet', () => {
    const first = ['Danger signs', 'Driving:', 'Do not mix with', 'Last day'];
    expect(
      faulty(
        papers.filter(withMedicine),
        ({ pages }) => !first.every((part) => pages[0]?.text.includes(part)),
      ),
    ).toEqual([]);
  });

  it('says how to take the medicines on the first sheet when there are one or two', () => {
    const short = papers.filter((of) => withMedicine(of) && !of.handout.flows);
    expect(short.length).toBeGreaterThan(8);
    expect(faulty(short, ({ pages }) => pages[0]?.text.includes('How to take it') !== true)).toEqual([]);
  });

  it('holds danger and same-day signs on the first sheet when there is no muscle relaxer', () => {
    const without = papers.filter((of) => !withMedicine(of));
    expect(without.length).toBeGreaterThan(1);
    expect(
      faulty(without, ({ pages }) => pages[0]?.text.includes('Call us the same day if') !== true),
    ).toEqual([]);
  });

  it('carries identity, page number and review state on every sheet', () => {
    expect(
      faulty(
        papers,
        ({ handout, pages }) =>
          !pages.every(
            ({ text }, index) =>
              text.includes(`${handout.patientName}, ${handout.bornLine}`) &&
              text.includes(`Page ${index + 1} of ${pages.length}`) &&
              text.includes('Not reviewed') === !handout.approved,
          ),
      ),
    ).toEqual([]);
  });

  it('is set in 12 point, the source line in no less than 9.5', () => {
    expect(faulty(papers, ({ pages }) => pages.some(({ smallest }) => smallest < 9.4))).toEqual([]);
    expect(faulty(papers, ({ pages }) => (pages[0]?.smallest ?? 0) < 10.9)).toEqual([]);
  });

  it('takes two sheets in Spanish with two relaxants, how to take them on the first', () => {
    expect(faulty(spanish, ({ pages }) => pages.length !== 2)).toEqual([]);
    expect(faulty(spanish, ({ pages }) => pages[0]?.text.includes('Cómo tomarla') !== true)).toEqual([]);
  });

  it('takes the sheets of its preview in large print and in two languages', () => {
    expect(faulty(forms, ({ handout, pages }) => handout.sheets.length !== pages.length)).toEqual([]);
    expect(
      faulty(
        forms,
        ({ handout, pages }) =>
          !pages.every(
            ({ text }, index) =>
              text.includes('Maria Lopez') !== text.includes('Rosa Elena') &&
              text.includes(handout.notReviewed) &&
              text.includes(`${index + 1} `),
          ),
      ),
    ).toEqual([]);
  });

  it('is set in 18 point in large print, table heads in no less than 16', () => {
    const large = forms.filter(({ handout }) => handout.size === 'large');
    expect(faulty(large, ({ pages }) => pages.some(({ smallest }) => smallest < 15.9))).toEqual([]);
  });

  it('is Letter or A4 as the site says', () => {
    expect(Math.round(paper('one relaxant, 65+').pages[0]?.width ?? 0)).toBe(612);
    expect(Math.round(paper('A4, one relaxant').pages[0]?.width ?? 0)).toBe(595);
  });

  it('is tagged: one title, headings, lists, and a table with header cells', () => {
    const roles = paper('one relaxant, 65+').pages.flatMap((page) => page.roles);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles.filter((role) => role === 'H2').length).toBeGreaterThan(8);
    expect(roles).toEqual(expect.arrayContaining(['Table', 'TH', 'TD', 'L', 'LI']));
  });

  it('has no accessibility fault on screen', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    for (const name of ['two relaxants and an opioid', 'no relaxant']) {
      await page.setContent(paperHtml(paper(name).handout));
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    }
    await context.close();
  }, 120_000);
});
