import { startLaunch } from './launch';
import { browserPage } from './page';
import { showProblem } from './problem-view';
import { launchProblem, retryHelps } from './problems';
import type { LaunchProblem } from './types';

/** The script of launch.html. */
async function run(root: HTMLElement): Promise<void> {
  const page = browserPage();
  const { searchParams } = new URL(page.address());
  // For an administrator, without a launch; loaded only then.
  if (searchParams.has('diagnose') && !searchParams.has('launch')) {
    const { showDiagnosis } = await import('./diagnosis-view');
    await showDiagnosis(root, page);
    return;
  }
  const problem = await startLaunch(page).catch((): LaunchProblem => launchProblem('unexpected'));
  if (problem === undefined) return;
  showProblem(root, problem, {
    // A whole reload: fhirclient remembers a discovery that failed for as long as the page lives.
    ...(retryHelps(problem) ? { retry: () => window.location.reload() } : {}),
    // Before the sign-in, so that the EHR's launch value is still unused.
    ...(problem.code === 'storage-blocked' && page.framed ? { ownWindow: page.address() } : {}),
  });
}

// Back from the sign-in page shows this page as it was left, with a launch that has been used.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) window.location.reload();
});

const root = document.getElementById('root');
if (root !== null) void run(root);
