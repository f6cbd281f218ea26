/**
 * Runs each step as a task of its own when the page has nothing better to do: none of them may hold up a key, a click or a paint.
 * Where a browser has no such tasks, one after another.
 */
export function inBackground(steps: readonly (() => void)[]): void {
  for (const step of steps)
    if ('scheduler' in window) void window.scheduler.postTask(step, { priority: 'background' });
    else setTimeout(step);
}
