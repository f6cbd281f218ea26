import './diagnosis.css';
import { diagnoseSites } from './diagnosis';
import type { Page } from './page';

const HOW =
  'For the person who installs BackSafe. Nothing here is about a patient. With a launch (launch.html?diagnose as launch address), the page also says what could be read.';

/** Shows what works at the sites of the registry, ready to be copied. */
export async function showDiagnosis(root: HTMLElement, page: Page): Promise<void> {
  const lines = await diagnoseSites(page);
  showReport(root, 'What works here', HOW, lines);
}

/** Lines in a field, because a field can be copied by hand where an EHR's frame forbids the clipboard. */
export function showReport(root: HTMLElement, title: string, how: string, lines: readonly string[]): void {
  const { ownerDocument: document } = root;
  const main = document.createElement('main');
  main.className = 'report';
  const heading = document.createElement('h1');
  heading.textContent = title;
  heading.tabIndex = -1;
  const text = document.createElement('p');
  text.textContent = how;
  const field = document.createElement('textarea');
  field.readOnly = true;
  field.rows = Math.min(lines.length + 1, 30);
  field.value = lines.join('\n');
  field.setAttribute('aria-label', 'Report');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    field.select();
    // Absent in a frame without the permission.
    const clipboard = document.defaultView?.navigator.clipboard;
    (clipboard?.writeText(field.value) ?? Promise.reject(new Error('no clipboard'))).then(
      () => (said.textContent = 'Copied.'),
      () => (said.textContent = 'This window forbids copying: press Ctrl+C, the text is selected.'),
    );
  });
  main.append(heading, text, field, button, said);
  root.replaceChildren(main);
  heading.focus();
}
