import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

/** What jsdom lacks of a browser: frame widths, scrolling. Each test states its own width. */
export function frameOf(width: number): void {
  vi.stubGlobal('matchMedia', (query: string) => {
    const least = Number(/min-width:\s*([\d.]+)px/.exec(query)?.[1] ?? 0);
    return Object.assign(new EventTarget(), { matches: width >= least, media: query });
  });
}

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
