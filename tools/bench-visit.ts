import type { Browser, Page } from '@playwright/test';

/** What a page keeps for the benchmark; runs before the app in every document. A text: the compiler's helpers are not in the page. */
const WATCH = `
  const marks = { first: 0, all: 0, printed: 0, shift: 0 };
  window.benchMarks = marks;
  const now = () => performance.timeOrigin + performance.now();
  // Called before a frame is painted; the time-out comes after it.
  const painted = (name) => {
    if (marks[name] !== 0) return;
    marks[name] = -1;
    setTimeout(() => {
      marks[name] = now();
      performance.mark('bench-' + name);
    });
  };
  // Once a frame, or the watching would cost more than what it measures.
  let looking = false;
  new MutationObserver(() => {
    if (looking || marks.all !== 0) return;
    looking = true;
    requestAnimationFrame(() => {
      looking = false;
      if (document.querySelector('[data-row-head]') !== null) painted('first');
      if (/Chart read \\d/.test(document.querySelector('header')?.textContent ?? '')) painted('all');
    });
  }).observe(document, { subtree: true, childList: true, characterData: true });
  new PerformanceObserver((list) => {
    // What moves because the user pressed something does not count: https://web.dev/articles/cls
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) marks.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  window.print = () => (marks.printed = now());
`;

/** Milliseconds since 1970; 0 while it has not come. */
export interface Marks {
  /** The first finding is painted; the whole chart is. */
  readonly first: number;
  readonly all: number;
  readonly printed: number;
  /** Cumulative layout shift, without unit. */
  readonly shift: number;
}

export const marksOf = (page: Page): Promise<Marks> =>
  page.evaluate(() => (window as unknown as { readonly benchMarks: Marks }).benchMarks);

export async function marked(page: Page, name: 'all' | 'printed'): Promise<Marks> {
  await page.waitForFunction(
    (mark) => (window as unknown as { readonly benchMarks: Marks }).benchMarks[mark] > 0,
    name,
    { timeout: 120_000 },
  );
  return marksOf(page);
}

/** A tab of its own with the patient's chart in the EHR; nothing of the app is in its cache. */
export async function openChart(browser: Browser, origin: string, patient: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 760 } });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  await page.goto(`${origin}/ehr/chart/${patient}`);
  return page;
}

/** Presses the chart page's second button, which opens a tab; here the app stays in this one, where the latency holds. */
export async function launchHere(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open in a tab' }).evaluate((button: HTMLButtonElement) => {
    button.form?.removeAttribute('target');
    button.removeAttribute('formtarget');
    button.click();
  });
}
