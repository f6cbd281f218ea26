import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { WARNING_MINUTES } from '../launch/idle';
import type { Clinic, Session, Site } from '../launch/types';
import { SessionEnd } from './EndSession';
import { MemoryContext } from './launch-memory';
import type { LaunchMemory } from './launch-memory';
import { ProblemScreen } from './ProblemScreen';
import { SlowDown } from './SlowDown';
import type { Pauses } from './SlowDown';
import { ATTENTION, EDGE } from './theme';
import { useIdle } from './useIdle';

const Strip = styled('div')({
  padding: '4px 12px',
  background: ATTENTION,
  borderBottom: `1px solid ${EDGE}`,
  '& button': { marginLeft: 8 },
});
const Bottom = styled(Strip)({ position: 'fixed', left: 0, right: 0, bottom: 0, zIndex: 1400 });
const Slow = styled(Bottom)({
  zIndex: 1300,
  '&:empty': { display: 'none' },
  '@media print': { display: 'none' },
});

/** Stands on paper as ruled blanks until the clinic is known. */
const UNKNOWN_CLINIC: Clinic = { name: '', phone: '', afterHoursPhone: '', locations: [] };

interface Props {
  readonly session: Session;
  readonly now: () => Date;
  readonly pauses: Pauses;
  /** Asked once, where the site has several clinics. */
  readonly clinicOfVisit: (session: Session) => Promise<Clinic | undefined>;
  /** The review. It is taken off the page, with all it holds, when the session ends or the page is locked. */
  readonly children: (site: Site & { readonly clinic: Clinic }) => ReactNode;
}

/** What surrounds the review for as long as the session lasts: idle lock, end of session, choice of the clinic. */
export function SessionFrame({ session, now, pauses, clinicOfVisit, children }: Props): ReactElement {
  const { site } = session;
  const { idle, unlock } = useIdle(site.idleMinutes, now);
  const [ended, setEnded] = useState(false);
  const { clinic, choose } = useClinic(session, clinicOfVisit);
  // One session is one patient: what was answered and decided comes back after the lock, and nowhere else.
  const [memory, setMemory] = useState<LaunchMemory>({});
  const atClinic = useMemo(() => ({ ...site, clinic: clinic ?? UNKNOWN_CLINIC }), [site, clinic]);
  if (ended)
    return (
      <ProblemScreen
        title="The session has ended"
        text="The chart and the sign-in were removed from this window."
        next="To go on, open BackSafe from the patient’s chart again. You can close this window."
        support={site.support}
      />
    );
  if (idle === 'locked')
    return (
      <ProblemScreen
        title="BackSafe is locked"
        text={`Nobody used this page for ${site.idleMinutes} minutes. The chart was removed from the screen; your answers and decisions were kept.`}
        next="Read the chart again, or open BackSafe from the patient’s chart."
        support={site.support}
        retry={unlock}
        retryLabel="Read the chart again"
      />
    );
  const end = () => {
    setEnded(true);
    setMemory({});
    void session.end();
  };
  return (
    <SessionEnd value={end}>
      {clinic === undefined ? (
        <Strip role="region" aria-label="Clinic">
          Which clinic stands on the handout?
          {site.clinics.map((one) => (
            <Button
              key={one.name}
              variant="outlined"
              onClick={() => {
                choose(one);
              }}
            >
              {one.name}
            </Button>
          ))}
        </Strip>
      ) : null}
      <MemoryContext value={memory}>{children(atClinic)}</MemoryContext>
      <Slow role="status">
        <SlowDown pauses={pauses} now={now} />
      </Slow>
      <div role="alert">
        {idle === 'warned' ? (
          <Bottom>
            <strong>Still there?</strong> The chart will be removed from the screen in less than{' '}
            {WARNING_MINUTES} minutes.
            {/* Any key or click counts; the button is there to be found. */}
            <Button variant="outlined" onClick={unlock}>
              Stay
            </Button>
          </Bottom>
        ) : null}
      </div>
    </SessionEnd>
  );
}

/** The one clinic of the site, else the one of the visit, else the user's choice, which wins. */
function useClinic(session: Session, clinicOfVisit: Props['clinicOfVisit']) {
  const { clinics } = session.site;
  const [clinic, setClinic] = useState<Clinic | undefined>(clinics.length === 1 ? clinics[0] : undefined);
  const asked = useRef(false);
  useEffect(() => {
    if (clinics.length === 1 || asked.current) return;
    asked.current = true;
    void clinicOfVisit(session).then((found) => {
      setClinic((chosen) => chosen ?? found);
    });
  }, [session, clinics, clinicOfVisit]);
  return { clinic, choose: setClinic };
}
