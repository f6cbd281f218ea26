import { useState } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { Section } from '../chart/types';
import type { MissingLine, Presentation } from '../review/presentation';
import { NotCheckedIcon } from './icons';
import { WhyNotChecked, WhyPanel } from './LazyWhy';
import { Quiet } from './parts';
import { useRetry } from './retry-context';
import { ATTENTION, EDGE, MUTED } from './theme';
import { SECTION_WORDS } from './words';

const Box = styled('section')({
  marginTop: 10,
  background: ATTENTION,
  border: `1px solid ${EDGE}`,
  borderLeft: `4px dashed ${EDGE}`,
  borderRadius: 4,
});
/** As high as the box that stands here while the chart arrives: going, it moves nothing. */
const Ran = styled('p')({
  '&&': { minHeight: 36, marginTop: 10, padding: '7px 10px' },
  color: MUTED,
  fontSize: '0.8125rem',
});
const Line = styled('div')({
  display: 'flex',
  gap: 6,
  alignItems: 'baseline',
  padding: '3px 4px 3px 8px',
  '& > svg': { position: 'relative', top: 3 },
});
const Text = styled('div')({
  flex: 1,
  '& h2, & ul, & li': { display: 'inline' },
  '& h2': { fontWeight: 700 },
  '& button': { marginRight: 6 },
  '& li + li::before': { content: '" · "' },
});

interface Props {
  readonly lines: readonly MissingLine[];
  readonly checks: Presentation['checks'];
  /** Where the number of checks stands above already: the sections that were read in full. */
  readonly inFull?: readonly Section[] | undefined;
}

/** One entry per missing thing, never folded: what could not be looked at is as much a result as what was found. */
export function CouldNotCheck({ lines, checks, inFull }: Props): ReactElement {
  const [open, setOpen] = useState(false);
  const { sections, busy, support, readSection } = useRetry();
  if (lines.length === 0)
    return (
      <Ran>
        {inFull === undefined
          ? `${checks.run} of ${checks.total} checks ran.`
          : `Read in full: ${inFull.map((section) => SECTION_WORDS[section].toLowerCase()).join(', ')}.`}
      </Ran>
    );
  // What is on its way is one entry: the names of five sections would wrap, and move what stands below when they go.
  const named = lines.filter(({ waits }) => !waits);
  // Another try brings nothing where a section is not permitted: there is still somebody to ask.
  const refused = support !== '' && named.some(({ key }) => key in SECTION_WORDS);
  return (
    <Box id="could-not-check" tabIndex={-1} aria-labelledby="could-not-check-heading">
      <Line>
        <NotCheckedIcon />
        <Text>
          <h2 id="could-not-check-heading">Could not check ({lines.length}): </h2>
          <ul>
            {named.map((line) => (
              <li key={line.key}>{line.text}</li>
            ))}
            {named.length < lines.length ? <li>what is still being read</li> : null}
          </ul>
        </Text>
        <Button
          variant="text"
          aria-label="Why: could not check"
          aria-expanded={open}
          aria-controls={open ? 'could-not-check-why' : undefined}
          onClick={() => {
            setOpen(!open);
          }}
        >
          Why
        </Button>
      </Line>
      {sections.length === 0 && !refused ? null : (
        <Line>
          <Text>
            {sections.map((section) => (
              <Button
                key={section}
                variant="outlined"
                disabled={busy}
                onClick={() => {
                  readSection(section);
                }}
              >
                Try again: {SECTION_WORDS[section].toLowerCase()}
              </Button>
            ))}
            {support === '' ? null : (
              <Quiet>
                {sections.length === 0 ? 'Ask' : 'If it stays'}: {support}
              </Quiet>
            )}
          </Text>
        </Line>
      )}
      {open ? (
        <WhyPanel id="could-not-check-why">
          <WhyNotChecked lines={lines} />
        </WhyPanel>
      ) : null}
    </Box>
  );
}
