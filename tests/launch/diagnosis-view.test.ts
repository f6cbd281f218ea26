// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { showReport } from '../../src/launch/diagnosis-view';

function show(lines: readonly string[]): HTMLElement {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  showReport(root, 'What works here', 'For an administrator.', lines);
  return root;
}
const field = (): HTMLTextAreaElement | null => document.querySelector('textarea');
const press = () => document.querySelector('button')?.click();
const said = () => document.querySelector('[role=status]')?.textContent;

afterEach(() => {
  vi.unstubAllGlobals();
});

it('shows the lines as text and puts the focus on the heading', () => {
  show(['Site <b>x</b>', 'PKCE: yes']);
  expect(field()?.value).toBe('Site <b>x</b>\nPKCE: yes');
  expect(document.activeElement?.textContent).toBe('What works here');
  expect(document.querySelector('b')).toBeNull();
});

it('copies the lines', async () => {
  const written: string[] = [];
  vi.stubGlobal('navigator', {
    clipboard: {
      writeText: (text: string) => {
        written.push(text);
        return Promise.resolve();
      },
    },
  });
  show(['one', 'two']);
  press();
  await vi.waitFor(() => {
    expect(said()).toBe('Copied.');
  }, 15_000);
  expect(written).toEqual(['one\ntwo']);
});

it('selects the lines where a frame forbids the clipboard', async () => {
  vi.stubGlobal('navigator', { clipboard: undefined });
  show(['one']);
  press();
  await vi.waitFor(() => {
    expect(said()).toContain('press Ctrl+C');
  }, 15_000);
  expect(field()?.selectionEnd).toBe(3);
});
