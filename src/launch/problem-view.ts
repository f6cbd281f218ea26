import type { LaunchProblem } from './types';

interface Ways {
  /** Shows "Try again". */
  readonly retry?: () => void;
  /** Shows a link that opens this address in a window of its own, outside the EHR's frame. */
  readonly ownWindow?: string;
}

/**
 * The problem as the whole content of `root`: what happened, what to do, whom to ask. Text only, never markup: parts of
 * it come from the EHR. The heading takes the focus, so that a screen reader starts there.
 */
export function showProblem(root: HTMLElement, problem: LaunchProblem, ways: Ways = {}): void {
  const document = root.ownerDocument;
  const element = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    text: string,
  ): HTMLElementTagNameMap[Tag] => {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  };
  const main = element('main', '');
  main.className = 'problem';
  const heading = element('h1', problem.title);
  heading.tabIndex = -1;
  const next = element('p', '');
  next.append(element('strong', 'What to do:'), ` ${problem.next}`);
  main.append(heading, element('p', problem.text));
  if (problem.details !== undefined) {
    const list = element('ul', '');
    list.append(...problem.details.map((detail) => element('li', detail)));
    main.append(list);
  }
  main.append(next);
  if (problem.support !== undefined) main.append(element('p', `Help: ${problem.support}`));
  if (ways.ownWindow !== undefined) {
    const link = element('a', 'Open BackSafe in its own window');
    link.href = ways.ownWindow;
    link.target = '_blank';
    link.rel = 'noopener';
    const line = element('p', '');
    line.append(link);
    main.append(line);
  }
  if (ways.retry !== undefined) {
    const button = element('button', 'Try again');
    button.type = 'button';
    button.addEventListener('click', ways.retry);
    main.append(button);
  }
  root.replaceChildren(main);
  heading.focus();
}
