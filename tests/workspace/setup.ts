import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeEach, vi } from 'vitest';

/** What jsdom lacks of a browser: frame widths, scrolling. Each test states its own width. */
export function frameOf(width: number): void {
  vi.stubGlobal('matchMedia', (query: string) => {
    const least = Number(/min-width:\s*([\d.]+)px/.exec(query)?.[1] ?? 0);
    return Object.assign(new EventTarget(), { matches: width >= least, media: query });
  });
}

/** What decides whether an element is there to see, to hear and to press. */
const SEEN = /^\s*(display|visibility|content-visibility|opacity|pointer-events)\s*:/;
const seenOnly = (css: string) =>
  css.replace(
    /\{([^{}]*)\}/g,
    (_, block: string) =>
      `{${block
        .split(';')
        .filter((declaration) => SEEN.test(declaration))
        .join(';')}}`,
  );

/**
 * For each look-up by role jsdom reckons, of every element, every declaration of every rule that fits it, which was half the time of
 * these tests. It lays out nothing, so that the colours and sizes that Emotion writes only cost.
 */
HTMLStyleElement.prototype.appendChild = function <T extends Node>(this: HTMLStyleElement, node: T): T {
  if (node instanceof Text && 'emotion' in this.dataset) node.data = seenOnly(node.data);
  return Node.prototype.appendChild.call(this, node) as T;
};

// A loaded machine may need longer than the default second for a lazy chunk.
configure({ asyncUtilTimeout: 15_000 });

beforeEach(() => {
  frameOf(900);
  Element.prototype.scrollIntoView = () => undefined;
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

// A chunk that is still on its way when a file's tests end would be refused, and stay so for the next file's.
afterAll(() => vi.dynamicImportSettled());
