import { Suspense, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import type { Chart } from '../chart/types';
import type { HandoutSite } from '../handout/model';
import type { Intent } from '../launch/types';
import type { Formulary } from '../knowledge/relaxant-products';
import type { Compose } from './App';
import { useCopyNote } from './CopyNote';
import { COMPARE_BUTTON, DeskContext, PLAN_BUTTON } from './desk';
import type { Desk } from './desk';
import { HandoutPane } from './HandoutPane';
import { AskSheet } from './LazyAsk';
import { CompareSheet } from './LazyCompare';
import { LazyPanel } from './LazyPanel';
import { ApprovalState, HandoutPages, Interrupted, Paper, PaperNotices, PrintFooter } from './LazyPaper';
import { Sources } from './LazySources';
import { Timeline } from './LazyTimeline';
import { MORE_BUTTON } from './More';
import { NarrowTabs } from './NarrowTabs';
import { Notices } from './Notices';
import { PanelBoundary } from './PanelBoundary';
import { PatientStrip, isStale } from './PatientStrip';
import { ReviewColumn } from './ReviewColumn';
import type { Ready } from './review-state';
import { SummaryLine } from './SummaryLine';
import type { Tab } from './Tabs';
import { useFrame } from './useFrame';
import { useHandout } from './useHandout';
import { useMinute } from './useMinute';
import { Buttons, Columns, Main, Page, Rest, Sticky } from './workspace-layout';

interface Props {
  readonly state: Ready;
  readonly site: HandoutSite & { readonly testSystem: boolean; readonly formulary: Formulary };
  /** Decides what is open at first; the findings stay one key away. */
  readonly intent?: Intent | undefined;
  /** Undefined while it is being loaded. */
  readonly compose: Compose | undefined;
  readonly now: () => Date;
  readonly readAgain: () => Promise<boolean>;
  readonly showWaiting: () => void;
}

/** The one screen: strip, summary, review, handout; the paper opens over it. */
export function Workspace({
  state,
  site,
  intent,
  compose,
  now,
  readAgain,
  showWaiting,
}: Props): ReactElement {
  const { reading, chart, readAt, busy } = state;
  const { review, shown } = reading;
  const frame = useFrame();
  const [tab, setTab] = useState<Tab>(intent === 'handout' ? 'handout' : 'review');
  const [paper, setPaper] = useState<'closed' | 'open' | 'reading'>('closed');
  /** What stands over review and handout. */
  const [over, setOver] = useState<'ask' | 'sources' | 'compare' | 'timeline' | undefined>(
    intent === 'ask' ? 'ask' : undefined,
  );
  const [planning, setPlanning] = useState<Desk['planning']>();
  const time = useMinute(now);
  const printButtons = useRef<HTMLButtonElement>(null);
  // The paper rests on the newest reading, also while its rows wait to be shown.
  const handout = useHandout(state.waiting?.reading.review ?? review, site, compose);
  // After the end of the session nothing leaves the page until the clinician has seen that it rests on an older reading.
  const [agreed, setAgreed] = useState<Chart>();
  const ended = state.problem?.ended === true || chart.sessionEnded === true;
  const blocked = ended && agreed !== chart;
  const paperOpen = paper === 'open' && !blocked;
  const name = review.patient.name ?? 'this patient (no name in the chart)';

  const openPaper = async () => {
    if (readAt !== undefined && isStale(readAt, now()) && !busy) {
      setPaper('reading');
      await readAgain();
    }
    setPaper('open');
  };
  const closePaper = () => {
    setPaper('closed');
    requestAnimationFrame(() => printButtons.current?.focus());
  };
  const closeOver = (opener: string) => {
    setOver(undefined);
    requestAnimationFrame(() => document.getElementById(opener)?.focus());
  };
  const closeAsk = () => {
    setTab('review');
    closeOver('ask-now');
  };
  const closeCompare = () => {
    closeOver(COMPARE_BUTTON);
  };
  const closeMore = () => {
    closeOver(MORE_BUTTON);
  };
  const note = useCopyNote({ state, handout: handout?.noted, now, name, blocked });
  const buttons = (
    <Buttons>
      <Button
        ref={printButtons}
        variant="contained"
        disabled={paper === 'reading' || handout === undefined || blocked}
        onClick={() => void openPaper()}
      >
        {paper === 'reading' ? (
          'Reading the chart again …'
        ) : (
          <span>
            Print for <bdi>{name}</bdi>
          </span>
        )}
      </Button>
      {note.button}
    </Buttons>
  );
  const painLines = (handout?.inEnglish.lines ?? [])
    .filter(({ id, on }) => on && id.startsWith('pain.'))
    .map(({ text }) => text);
  const desk: Desk = {
    formulary: site.formulary,
    planning,
    plan: (what) => {
      setPlanning(what);
      setOver(undefined);
      setTab('review');
      if (what === undefined) requestAnimationFrame(() => document.getElementById(PLAN_BUTTON)?.focus());
    },
    compare: () => {
      setOver('compare');
    },
    handout: () => {
      if (handout !== undefined) void openPaper();
    },
  };
  const narrow = frame === 'narrow';
  const column = (
    <Main as={narrow ? 'div' : 'main'}>
      <DeskContext value={desk}>
        <ReviewColumn
          state={state}
          ask={() => {
            setOver('ask');
          }}
        />
      </DeskContext>
    </Main>
  );
  const pane = (
    <HandoutPane
      review={review}
      preparing={compose === undefined}
      handout={handout}
      frame={frame}
      live={!paperOpen && !blocked}
      printButton={buttons}
    />
  );
  const questions = (
    <LazyPanel name="The questions" loading="the questions">
      <AskSheet review={review} shown={shown} close={closeAsk} inTab={narrow} />
    </LazyPanel>
  );
  // The questions are one thing, whether they stand over the review or in a tab of a frame that became narrow.
  const openTab = (to: Tab) => {
    setOver(to === 'ask' ? 'ask' : undefined);
    if (to !== 'ask') setTab(to);
  };
  const shownTab = over === 'ask' ? 'ask' : tab;
  const beside = frame === 'wide' || frame === 'widest';
  return (
    <>
      <div>
        <Page hidden={paperOpen}>
          <PanelBoundary name="The patient strip">
            <PatientStrip
              review={review}
              chart={chart}
              readAt={readAt}
              now={time}
              busy={busy}
              testSystem={site.testSystem}
              readAgain={() => void readAgain()}
              more={[
                {
                  label: 'Timeline of two years',
                  open: () => {
                    setOver('timeline');
                  },
                },
                {
                  label: 'Rules and sources',
                  open: () => {
                    setOver('sources');
                  },
                },
              ]}
            />
          </PanelBoundary>
          {state.problem === undefined && !ended ? null : (
            <LazyPanel name="Why the chart was not read">
              <Interrupted
                state={state}
                ended={ended}
                blocked={blocked}
                asked={paper === 'open'}
                agree={() => {
                  setAgreed(chart);
                }}
              />
            </LazyPanel>
          )}
          <Notices state={state} showWaiting={showWaiting} />
          {note.strip}
          <PanelBoundary name="The summary">
            <SummaryLine
              shown={shown}
              beforeJump={() => {
                setOver(undefined);
                setTab('review');
              }}
            />
          </PanelBoundary>
          {over === 'ask' && !narrow ? questions : null}
          {over === 'compare' ? (
            <LazyPanel name="The comparison" loading="the comparison">
              <CompareSheet
                patientName={name}
                formulary={site.formulary}
                painLines={painLines}
                close={closeCompare}
                plan={desk.plan}
              />
            </LazyPanel>
          ) : null}
          {over === 'timeline' ? (
            <LazyPanel name="The timeline" loading="the timeline">
              <Timeline review={review} chart={chart} close={closeMore} />
            </LazyPanel>
          ) : null}
          {over === 'sources' ? (
            <LazyPanel name="Rules and sources" loading="the rules">
              <Sources close={closeMore} />
            </LazyPanel>
          ) : null}
          <Rest as={narrow ? 'main' : 'div'} hidden={over !== undefined && !(narrow && over === 'ask')}>
            {narrow ? (
              <>
                <NarrowTabs
                  review={review}
                  pages={handout?.pages ?? 0}
                  tab={shownTab}
                  setTab={openTab}
                  panels={{ review: column, ask: over === 'ask' ? questions : null, handout: pane }}
                />
                <Sticky>
                  {shownTab === 'handout' && handout !== undefined ? (
                    <Suspense fallback={null}>
                      <ApprovalState review={review} handout={handout} />
                    </Suspense>
                  ) : null}
                  {buttons}
                </Sticky>
              </>
            ) : (
              <Columns>
                {column}
                {pane}
              </Columns>
            )}
          </Rest>
        </Page>
        {paperOpen && handout !== undefined ? (
          <Suspense fallback={null}>
            <Paper
              patientName={name}
              handout={handout}
              now={now}
              close={closePaper}
              notices={<PaperNotices state={state} review={review} handout={handout} />}
            />
          </Suspense>
        ) : null}
      </div>
      {handout === undefined || blocked ? null : (
        <Suspense fallback={null}>
          <PrintFooter handout={handout.document} />
        </Suspense>
      )}
      {/* Ctrl+P prints the paper, whatever is on screen; without approval it says "Not reviewed" on every page. */}
      {handout === undefined || paperOpen || beside || blocked ? null : (
        <article className="print-copy">
          <PanelBoundary name="The handout">
            <Suspense fallback={null}>
              <HandoutPages document={handout.document} />
            </Suspense>
          </PanelBoundary>
        </article>
      )}
    </>
  );
}
