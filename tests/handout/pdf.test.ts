// @vitest-environment node
import AxeBuilder from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import { SPANISH } from '../../src/handout/content/es';
import { composeForm } from '../../src/handout/forms';
import type { HandoutDocument, HandoutInput } from '../../src/handout/model';
import { findHeadlessShell, findOrInstallChromium } from '../../tools/chromium';
import { MATRIX, TWO } from './matrix-papers';
import { PAPER_CASES } from './paper-cases';
import { misplaced, missingWords, nearlyBlank, overlapping, outside } from './paper-geometry';
import { paperHtml, printed, printedTogether } from './printed';
import type { Paper, Pdf, PrintedPage } from './printed';
import { input } from './review-factory';
import { sampleReviews } from './sample-papers';

let browser: Browser;
const papers: Paper[] = [];
const spanish: Paper[] = [];
const matrix: Paper[] = [];
const two: Paper[] = [];
/** Printed one by one, as in a clinic: head and foot are those of the paper. */
const alone: Paper[] = [];
const pdfs: Pdf[] = [];
/** Words that run out of their box or under a picture, as the browser lays them out. */
const cutOff: string[] = [];

/** Papers of one size of sheet and of letters are printed as one PDF: a launch and a print for each would take most of the time. */
async function print(page: Page, all: readonly (readonly [string, HandoutDocument])[]): Promise<Paper[]> {
  const groups = new Map<string, (readonly [string, HandoutDocument])[]>();
  for (const each of all) {
    const [, { pageSize, size }] = each;
    const name = `${pageSize} ${size}`;
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  const done: Paper[] = [];
  for (const [name, group] of groups) {
    const together = await printedTogether(page, name, group);
    pdfs.push(together.pdf);
    done.push(...together.papers);
    cutOff.push(...(await misplaced(page, group[0]?.[1])));
  }
  return done;
}

/** Every paper is printed once; the expectations read the same PDFs. */
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findHeadlessShell() ?? findOrInstallChromium(),
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const page = await browser.newPage();
  const samples = sampleReviews().map(([file, review]) => [`sample ${file}`, input(review)] as const);
  const english = [...Object.entries(PAPER_CASES), ...samples].map(
    ([name, of]) => [name, compose(of)] as const,
  );
  const sampleOf = (part: string): HandoutInput => {
    const found = samples.find(([name]) => name.includes(part))?.[1];
    if (found === undefined) throw new Error(`The sample ${part} is gone`);
    return found;
  };
  const jimenez = { ...sampleOf('rosa-jimenez'), text: SPANISH };
  const lopez = { ...sampleOf('maria-lopez'), text: SPANISH };
  const inSpanish = [
    ['Spanish, Letter, two relaxants', compose(jimenez)],
    ['Spanish, A4, two relaxants', compose({ ...lopez, site: { ...lopez.site, pageSize: 'A4' } })],
  ] as const;
  const done = await print(page, [...english, ...inSpanish, ...MATRIX, ...TWO]);
  const pick = (of: readonly (readonly [string, HandoutDocument])[]): Paper[] =>
    done.filter(({ name }) => of.some(([known]) => known === name));
  papers.push(...pick(english));
  spanish.push(...pick(inSpanish));
  matrix.push(...pick(MATRIX));
  two.push(...pick(TWO));
  const single = [
    ...english.filter(([name]) => /methocarbamol, wait|long names|sample rosa/.test(name)),
    inSpanish[1],
    ['bilingual, large', composeForm(jimenez, { size: 'large', bilingual: true })],
  ] as const;
  for (const [name, handout] of single)
    alone.push({ name, handout, pages: (await printed(page, `alone ${name}`, handout)).pages });
  await page.close();
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

  it('holds the three boxes on the first sheet with one and two relaxants, in both languages, on Letter and A4', () => {
    const one = matrix.filter(({ name }) => /^1 relaxants, (English|Spanish), .*standard$/.test(name));
    expect([one.length, two.length]).toEqual([4, 4]);
    const heads = ['danger', 'driving', 'mix', 'medicine'];
    for (const { name, handout, pages } of [...one, ...two]) {
      const { sections } = handout;
      const wanted = heads.map((id) => sections.find((section) => section.id === id)?.heading ?? id);
      expect([name, wanted.filter((heading) => pages[0]?.text.includes(heading) !== true)]).toEqual([
        name,
        [],
      ]);
      const rows = sections.flatMap(({ columns }) =>
        columns.flat().flatMap((block) => (block.kind === 'medicines' ? block.rows : [])),
      );
      expect(rows.filter(({ purpose }) => pages[0]?.text.includes(purpose) !== true)).toEqual([]);
    }
  });

  it('says how to take the medicines on the first sheet when there are one or two', () => {
    const short = papers.filter((of) => withMedicine(of) && !of.handout.flows);
    expect(short.length).toBeGreaterThan(8);
    expect(
      faulty(short, ({ pages }) => !/How to take (it|them)|Be careful/.test(pages[0]?.text ?? '')),
    ).toEqual([]);
  });

  it('holds danger and same-day signs on the first sheet when there is no muscle relaxer', () => {
    const without = papers.filter((of) => !withMedicine(of));
    expect(without.length).toBeGreaterThan(1);
    expect(
      faulty(without, ({ pages }) => pages[0]?.text.includes('Call us the same day if') !== true),
    ).toEqual([]);
  });

  it('carries identity, page number and review state on every sheet', () => {
    expect(alone.map(({ handout }) => handout.approved)).toContain(true);
    expect(
      faulty(
        alone,
        ({ handout, pages }) =>
          !pages.every(
            ({ text }, index) =>
              text.includes(handout.patientName) &&
              text.includes(handout.bornLine) &&
              text.includes(
                handout.page.replace('{page}', String(index + 1)).replace('{pages}', String(pages.length)),
              ) &&
              text.includes(handout.notReviewed) === !handout.approved,
          ),
      ),
    ).toEqual([]);
  });

  it('is set in 12 point, table heads in 11 and the source line in 9.5; large print in 18, table heads in 16', () => {
    const smallest = ({ content }: PrintedPage): number => Math.min(...content.map(({ size }) => size));
    const all = [...papers, ...spanish, ...matrix];
    const least = ({ handout }: Paper): number => (handout.size === 'large' ? 15.9 : 9.4);
    expect(faulty(all, (of) => of.pages.some((page) => smallest(page) < least(of)))).toEqual([]);
    expect(faulty(all, ({ pages }) => pages.slice(0, -1).some((page) => smallest(page) < 10.9))).toEqual([]);
  });

  it('takes two sheets in Spanish with two relaxants, how to take them on the first', () => {
    expect(faulty(spanish, ({ pages }) => pages.length !== 2)).toEqual([]);
    expect(faulty(spanish, ({ pages }) => pages[0]?.text.includes('Cómo tomarlas') !== true)).toEqual([]);
  });

  it('is whole in every form, with no, one, four and eight relaxants: each word of each sheet where the preview has it', () => {
    expect(matrix).toHaveLength(50);
    expect([...papers, ...spanish, ...matrix].flatMap(missingWords)).toEqual([]);
  });

  it('takes the sheets of its preview in every form', () => {
    expect(faulty(matrix, ({ handout, pages }) => handout.sheets.length !== pages.length)).toEqual([]);
  });

  it('has no sheet that is less than a third full, and breaks no number to call', () => {
    const all = [...papers, ...spanish, ...matrix, ...alone];
    expect(all.flatMap(nearlyBlank)).toEqual([]);
    const broken = ({ content }: PrintedPage): boolean => content.some(({ text }) => /\d{3}-\s*$/.test(text));
    expect(faulty(all, ({ pages }) => pages.some(broken))).toEqual([]);
  });

  it('keeps inside its margins, no words over others, none cut off or under a picture', () => {
    const all = [...papers, ...spanish, ...matrix, ...alone];
    expect(all.flatMap(outside)).toEqual([]);
    expect(all.flatMap(overlapping)).toEqual([]);
    expect(cutOff).toEqual([]);
  });

  it('holds its fonts, and is marked as tagged', () => {
    expect(pdfs).toHaveLength(4);
    for (const { marked, fonts, embedded } of pdfs) {
      expect(marked).toBe(true);
      expect(fonts).toBeGreaterThan(1);
      expect(embedded).toBe(fonts);
    }
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
    await page.setContent(paperHtml(paper('two relaxants and an opioid').handout));
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    await context.close();
  }, 120_000);
});
