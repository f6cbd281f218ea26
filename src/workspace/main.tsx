import { StrictMode } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import GlobalStyles from '@mui/material/GlobalStyles';
import { ThemeProvider } from '@mui/material/styles';
import { FhirProblem } from '../chart/fhir-problem';
import { browserPage } from '../launch/page';
import { retryHelps } from '../launch/problems';
import { completeLaunch } from '../launch/session';
import { dropOldLaunches } from '../launch/sweep';
import type { LaunchProblem, Session } from '../launch/types';
import { App, ReadingScreen } from './App';
import { drawNowhere } from './draw-nowhere';
import { ProblemScreen } from './ProblemScreen';
import { readProblemOf } from './read-problem';
import { SessionFrame } from './SessionFrame';
import { createPauses } from './SlowDown';
import type { Pauses } from './SlowDown';
import './start.css';
import { GLOBAL_STYLES, theme } from './theme';
import type { ReviewParts } from './useReview';
import { localDay } from './words';

/** Knowledge and chart reading: loaded while the EHR answers the last step of the sign-in. */
const loadProgram = async () => {
  const [engine, { readChart, ...reader }] = await Promise.all([
    import('./engine'),
    import('../chart/read-chart'),
  ]);
  engine.warmUp(reader, drawNowhere);
  return { ...engine, readChart };
};
type Program = Awaited<ReturnType<typeof loadProgram>>;

const loadCompose = async () => (await import('../handout/compose')).compose;

/** Everything a screen needs around it. */
function Frame({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <StrictMode>
      <ThemeProvider theme={theme}>
        <GlobalStyles styles={GLOBAL_STYLES} />
        {children}
      </ThemeProvider>
    </StrictMode>
  );
}

const reload = () => {
  window.location.reload();
};

function LaunchStopped({ problem }: { readonly problem: LaunchProblem }): ReactElement {
  return <ProblemScreen {...problem} retry={retryHelps(problem) ? reload : undefined} />;
}

/** The review of the session's patient. One object for the life of the page: a new one would read the chart again. */
function partsOf(session: Session, pauses: Pauses, { readChart, reviewChart }: Program): ReviewParts {
  return {
    readChart: async (today, onUpdate, sections) => {
      try {
        const { patientId, grantedScopes } = session;
        const connection = { ...session, wait: pauses.wait };
        return await readChart(connection, {
          patientId,
          grantedScopes,
          today,
          onUpdate,
          ...(sections === undefined ? {} : { sections }),
        });
      } catch (error) {
        // A session that serves another patient's chart must not serve a second one.
        if (error instanceof FhirProblem && error.kind === 'wrong-patient') await session.end();
        throw error;
      }
    },
    reviewChart: (chart, asOf, visit) => reviewChart(chart, asOf, visit, session.site.rules),
    problemOf: readProblemOf,
    now,
  };
}

const now = () => new Date();

/** Loaded only where a site has several clinics. */
const clinicOfVisit = async (session: Session) => (await import('./clinic')).clinicOfVisit(session);

/** What an administrator asked for with `?diagnose`, in place of the review. */
async function diagnose(root: HTMLElement, session: Session, screen: Root): Promise<void> {
  const [{ readChart }, { showSessionDiagnosis }] = await Promise.all([
    import('../chart/read-chart'),
    import('./diagnose-session'),
  ]);
  const { patientId, grantedScopes } = session;
  screen.unmount();
  await showSessionDiagnosis(root, browserPage(), session, () =>
    readChart(session, { patientId, grantedScopes, today: localDay(now()) }),
  );
}

const ignore = () => undefined;

async function open(root: HTMLElement): Promise<void> {
  const screen = createRoot(root);
  /** What nothing that arrives later may replace. */
  let last: ReactElement | undefined;
  const show = (content: ReactElement) => {
    screen.render(<Frame>{last ?? content}</Frame>);
  };
  const loading = loadProgram();
  loading.catch(() => undefined);
  show(<ReadingScreen />);
  const launch = await completeLaunch(browserPage());
  if (!launch.ok) {
    show(<LaunchStopped problem={launch.problem} />);
    return;
  }
  const { session } = launch;
  dropOldLaunches(browserPage());
  // Read beside the chart: it delays nothing, and what it says counts whenever it comes.
  const checkVersion = async () => {
    const problem = await (await import('../launch/older-server')).refuseOlder(session);
    if (problem === undefined) return;
    last = <LaunchStopped problem={problem} />;
    show(last);
  };
  try {
    if (session.diagnose) {
      await diagnose(root, session, screen);
      return;
    }
    checkVersion().catch(ignore);
    const pauses = createPauses(now);
    const parts = partsOf(session, pauses, await loading);
    show(
      <SessionFrame session={session} now={now} pauses={pauses} clinicOfVisit={clinicOfVisit}>
        {(site) => <App parts={parts} loadCompose={loadCompose} site={site} intent={session.intent} />}
      </SessionFrame>,
    );
  } catch {
    show(
      <ProblemScreen
        title="BackSafe could not be loaded in full"
        text="A part of the program did not arrive. Nothing was checked."
        next="Check the network and try again. If it happens again, ask support."
        support={session.site.support}
        retry={reload}
      />,
    );
  }
}

// Back must not bring a chart out of the browser's memory: the page starts anew, with its session or without.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) window.location.reload();
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
void open(root);
