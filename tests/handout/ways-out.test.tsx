// @vitest-environment jsdom
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { asText } from '../../src/handout/as-text';
import { HandoutPages } from '../../src/handout/HandoutPages';
import { cssString, hasMarginBoxes, pageRule } from '../../src/handout/page-footer';
import {
  ASK,
  FILE_NAME,
  closePrintablePage,
  downloadHtml,
  openPrintablePage,
  printHandout,
  selfContainedHtml,
} from '../../src/handout/print';
import { PAPER_CASES } from './paper-cases';
import { compose } from '../../src/handout/compose';
import { SPANISH } from '../../src/handout/content/es';
import { composeForm } from '../../src/handout/forms';
import { paperOf } from './paper-text';
import { SITE, input, relaxant, review } from './review-factory';

const HOSTILE = `</style><script>alert(1)</script>"; } * { display: none } \\ \n Lopez`;
const named = (name: string, approved = false) =>
  paperOf({ patient: { ...review().patient, name } }, { approved });

describe('the handout as text', () => {
  it('has every part in reading order, with blanks to write on', () => {
    const text = asText(paperOf({ relaxants: [relaxant('cyclobenzaprine_ir')] }));
    const parts = [
      'NOT REVIEWED',
      'BACK SPASM AND YOUR MUSCLE RELAXER',
      'For Maria Lopez, born 03/14/1954',
      'Call us: (555) 010-0100',
      '3 THINGS TO KNOW',
      '1. Most back spasms',
      'DANGER SIGNS: CALL 911 OR GO TO THE EMERGENCY ROOM NOW',
      '[ ] You cannot pee',
      'DRIVING: NOT FOR NOW',
      'YOUR MEDICINE',
      '- cyclobenzaprine 5 mg tablet (Flexeril) for tight back muscles',
      '  Morning: –; Noon: –; Evening: –; Bedtime: 1 tablet',
      '  Last day: 11/26/2026',
      'HOW TO TAKE IT',
      'CALL US THE SAME DAY IF',
      'BEFORE YOU GO',
      'Next visit: ______________',
      'General teaching sheet.',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('no longer says “not reviewed” once approved', () => {
    expect(asText(named('Maria Lopez', true))).not.toMatch(/not reviewed/i);
  });

  it('leaves a blank where a name is missing', () => {
    expect(asText(paperOf({ patient: { ...review().patient, name: undefined as never } }))).toContain(
      'For ______________, born',
    );
  });

  it('of every case has no hole', () => {
    for (const [name, of] of Object.entries(PAPER_CASES))
      expect(asText(compose(of)), name).not.toMatch(/undefined|null|NaN|\[object|\{|\}/);
  });
});

describe('the footer of every printed page', () => {
  it('escapes whatever a name could hold', () => {
    expect(cssString('a"b')).toBe('"a\\22 b"');
    expect(cssString('a\\b\nc')).toBe('"a\\5c b\\a c"');
    expect(cssString('</style>')).toBe('"\\3c /style\\3e "');
    expect(cssString('Đặng Ω 李')).toBe('"Đặng Ω 李"');
  });

  it('is one page rule, whatever the name', () => {
    const rule = pageRule(named(HOSTILE));
    expect(rule).not.toMatch(/<|>/);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${rule}\np { color: red }`);
    expect(sheet.cssRules).toHaveLength(2);
  });

  it('has identity, date, clinic and page count, and “Not reviewed” until approved', () => {
    const rule = pageRule(named('Maria Lopez'));
    expect(rule).toContain('Maria Lopez, born 03/14/1954 · 11/22/2026 · Oak Street Clinic (555)');
    expect(rule).toContain('"Page " counter(page) " of " counter(pages) ""');
    expect(rule).toContain('size: Letter');
    expect(rule).toContain('"Not reviewed"');
    expect(pageRule(named('Maria Lopez', true))).not.toContain('Not reviewed');
  });

  it('breaks no number to call, however long the name of the clinic', () => {
    const paper = compose(input(review(), {}, { clinic: { ...SITE.clinic, phone: '1 (555) 010-0100' } }));
    expect(pageRule(paper)).toContain('1\u00a0(555)\u00a0010-\u20600100');
    expect(pageRule(paper)).toContain('11/22/2026 · Oak Street Clinic 1');
    const html = renderToStaticMarkup(createElement(HandoutPages, { document: paper }));
    for (const [, before] of html.matchAll(/(.{20})1 \(555\) 010-0100/g))
      expect(before).toBe('<span class="whole">');
  });

  it('is told apart from a browser without margin boxes', () => {
    expect(hasMarginBoxes(document)).toBe(false);
  });
});

/** jsdom prints nothing: the window of an EHR's frame, as far as printing asks it. */
function frame(print: () => void): Window {
  const view: Window & { print: () => void } = window;
  view.print = print;
  return view;
}

describe('printing', () => {
  it('is seen by the event that a print dialog sends', () => {
    expect(
      printHandout(
        paperOf(),
        frame(() => window.dispatchEvent(new Event('beforeprint'))),
      ),
    ).toBe(true);
  });

  it('that the frame ignores, or refuses with an error, is told', () => {
    expect(
      printHandout(
        paperOf(),
        frame(() => undefined),
      ),
    ).toBe(false);
    expect(
      printHandout(
        paperOf(),
        frame(() => {
          throw new Error('not allowed');
        }),
      ),
    ).toBe(false);
  });

  it('asks for the document’s own footer where the browser has no margin boxes', () => {
    printHandout(
      paperOf(),
      frame(() => undefined),
    );
    expect(document.documentElement.classList.contains('no-margin-boxes')).toBe(true);
  });
});

describe('the printable page', () => {
  const opened: { address: string; messages: unknown[]; targets: unknown[] }[] = [];
  const open = (): Window => {
    const view: Window & { open: unknown } = window;
    const page = new EventTarget() as unknown as Window & { postMessage: unknown };
    view.open = (address: string) => {
      const record = { address, messages: [] as unknown[], targets: [] as unknown[] };
      page.postMessage = (message: unknown, target: unknown) => {
        record.messages.push(message);
        record.targets.push(target);
      };
      opened.push(record);
      return page;
    };
    return page;
  };
  const asks = (source: unknown, origin = window.location.origin, data: unknown = ASK) =>
    window.dispatchEvent(new MessageEvent('message', { data, origin, source: source as Window }));
  afterEach(() => {
    opened.length = 0;
  });

  it('gets the document by message when it asks, and its address holds nothing of the patient', () => {
    const page = open();
    const handout = paperOf();
    expect(openPrintablePage(handout)).toBe(true);
    expect(opened[0]?.address).toBe(new URL('print.html', document.baseURI).href);
    expect(opened[0]?.messages).toEqual([]);
    asks(page);
    expect(opened[0]?.messages).toEqual([{ type: 'backsafe.handout', handout }]);
    expect(opened[0]?.targets).toEqual([window.location.origin]);
  });

  it('is the only one that gets it: no other origin, no other window, no other question', () => {
    const page = open();
    openPrintablePage(paperOf());
    asks(page, 'https://evil.example');
    asks(window);
    asks(page, window.location.origin, 'hello');
    expect(opened[0]?.messages).toEqual([]);
  });

  it('used again gets the newest document, once', () => {
    const page = open();
    openPrintablePage(named('First'));
    openPrintablePage(named('Second'));
    asks(page);
    const names = opened.flatMap(({ messages }) =>
      messages.map((message) => (message as { handout: { patientName: string } }).handout.patientName),
    );
    expect(names).toEqual(['Second']);
  });

  it('goes with the chart: it is emptied, closed, and answered no more', () => {
    const page = open();
    const did: string[] = [];
    Object.assign(page, {
      closed: false,
      close: () => did.push('closed'),
      location: { replace: (address: string) => did.push(address) },
    });
    openPrintablePage(paperOf());
    closePrintablePage();
    expect(did).toEqual([new URL('print.html', document.baseURI).href, 'closed']);
    asks(page);
    expect(opened[0]?.messages).toEqual([]);
    closePrintablePage();
    expect(did).toHaveLength(2);
  });

  it('that the browser does not open is told', () => {
    const view: Window & { open: unknown } = window;
    view.open = () => null;
    expect(openPrintablePage(paperOf())).toBe(false);
  });
});

describe('the downloaded file', () => {
  it('stands alone: no script, no address to load from, its own style and page rule', () => {
    const html = selfContainedHtml(named('Maria Lopez'), document);
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(page.querySelectorAll('script, link, img, iframe')).toHaveLength(0);
    expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org\/)/);
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'",
    );
    expect(page.documentElement.lang).toBe('en');
    expect(page.querySelector('h1')?.textContent).toBe('Back spasm and your muscle relaxer');
    expect(page.body.textContent).toContain('Maria Lopez');
  });

  it('holds large print in two languages as they are on paper, and so does the text', () => {
    const both = composeForm({ ...input(review()), text: SPANISH }, { size: 'large', bilingual: true });
    const file = selfContainedHtml(both, document);
    expect(file).toContain('data-size="large"');
    expect(file).toContain('margin: 0.75in');
    for (const words of ['Back spasm and your muscle relaxer', 'Espasmo de espalda y su relajante muscular'])
      expect(file.split(`<h1>${words}</h1>`)).toHaveLength(2);
    expect(file).toMatch(/<section class="danger" lang="es" dir="ltr"/);
    // What the first sheet says of the next one: each language for its own sheet, not for the text, which has no sheets.
    expect(file.split('class="sheet"')).toHaveLength(both.sheets.length + 1);
    expect(asText(both)).toMatch(/DANGER SIGNS[^]+SEÑALES DE PELIGRO/);
    expect(asText(both)).not.toMatch(/on page \d|en la página \d/);
  });

  it('has no patient data in its title or its name', () => {
    const page = new DOMParser().parseFromString(
      selfContainedHtml(named('Maria Lopez'), document),
      'text/html',
    );
    expect(page.title).not.toMatch(/Lopez|Maria|1954/);
    expect(FILE_NAME).toBe('back-spasm-handout.html');
  });

  it('cannot be broken by a hostile name', () => {
    const page = new DOMParser().parseFromString(selfContainedHtml(named(HOSTILE), document), 'text/html');
    expect(page.querySelectorAll('script')).toHaveLength(0);
    expect(page.querySelectorAll('style')).toHaveLength(1);
    expect(page.querySelector('bdi')?.textContent).toBe(HOSTILE);
  });

  it('is handed to the browser under a name without patient data', async () => {
    const made: Blob[] = [];
    const clicked: string[] = [];
    URL.createObjectURL = (of: Blob | MediaSource) => {
      made.push(of as Blob);
      return 'blob:handout';
    };
    document.addEventListener('click', (event) => {
      event.preventDefault();
      if (event.target instanceof HTMLAnchorElement) clicked.push(event.target.download);
    });
    downloadHtml(named('Maria Lopez'));
    expect(clicked).toEqual([FILE_NAME]);
    expect(document.querySelector('a')).toBeNull();
    expect(await made[0]?.text()).toContain('<!doctype html>');
  });
});
