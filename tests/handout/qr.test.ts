import qrcode from 'qrcode-generator';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../src/handout/content/en';
import { SPANISH } from '../../src/handout/content/es';
import { QR_CODES } from '../../src/handout/content/qr';
import { Qr } from '../../src/handout/Qr';

/** Dark modules of the drawing, as the reader of a phone would sample them. */
function drawn(language: string): readonly string[] {
  const code = QR_CODES[language];
  if (code === undefined) throw new Error(`No code for ${language}`);
  const svg = renderToStaticMarkup(createElement(Qr, { code }));
  return [...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${Number(x) - 4},${Number(y) - 4}`);
}

describe('the code of “learn more”', () => {
  it.each([ENGLISH, SPANISH])('of $language leads to the page that stands beside it in words', (text) => {
    const code = QR_CODES[text.language];
    expect(text.next.learn.endsWith(` ${code?.address.replace('https://', '') ?? '?'}`)).toBe(true);
    const made = qrcode(0, 'M');
    made.addData(code?.address ?? '');
    made.make();
    const side = made.getModuleCount();
    const dark = Array.from(
      { length: side * side },
      (_, index) => [index % side, Math.floor(index / side)] as const,
    )
      .filter(([x, y]) => made.isDark(y, x))
      .map(([x, y]) => `${x},${y}`);
    expect(code?.modules).toBe(side);
    expect([...drawn(text.language)].sort()).toEqual([...dark].sort());
  });
});
