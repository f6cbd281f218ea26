import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { ownDirection } from '../review/own-direction';
import { hitKey } from '../review/visit-record';
import type { VisitRecord } from '../review/visit-record';
import type { Reading } from './hold';
import { bringBack, decide, decisionWords, keptWords, unchange, unkeep, unsayWhetherNew } from './decisions';
import type { Change } from './decisions';
import { Folded } from './Folded';
import { PlainList } from './parts';
import { useVisit } from './visit-context';

interface Decided {
  readonly key: string;
  readonly text: string;
  readonly undo: Change;
}

/** Everything decided at this visit, each with its way back; a reason whose finding is gone is listed too. */
export function decidedOf(visit: VisitRecord, { review, shown }: Reading): readonly Decided[] {
  const shownKeys = new Map(
    [...shown.items, ...shown.cautions].flatMap((item) =>
      item.hits.map(({ relaxant, hit }) => [hitKey(relaxant, hit), item.headline] as const),
    ),
  );
  const kept = new Map<string, string[]>();
  for (const [key, reason] of Object.entries(visit.kept)) {
    const headline = shownKeys.get(key) ?? `no longer shown: ${key.split(' ')[0] ?? key}`;
    const text = `${headline}: ${keptWords(reason)}`;
    kept.set(text, [...(kept.get(text) ?? []), key]);
  }
  return [
    ...review.relaxants.flatMap(({ drug, name }) => {
      const decision = visit.decisions[drug];
      if (decision === undefined) return [];
      return [
        {
          key: `decision ${drug}`,
          text: `${name}: ${decisionWords(decision)}`,
          undo: decide(drug, undefined),
        },
      ];
    }),
    ...Object.entries(visit.setAside).map(([key, { name, reason }]) => ({
      key: `aside ${key}`,
      text: `${ownDirection(name)}: set aside, ${reason}`,
      undo: bringBack(key),
    })),
    ...[...kept].map(([text, keys]) => ({ key: `kept ${text}`, text, undo: unkeep(keys) })),
    ...Object.entries(visit.changing).map(([reference, name]) => ({
      key: `changing ${reference}`,
      text: `${ownDirection(name)}: to be changed in the chart`,
      undo: unchange([reference]),
    })),
    ...Object.entries(visit.newOrNot).map(([key, { words }]) => ({
      key: `told ${key}`,
      text: `Told: ${words}`,
      undo: unsayWhetherNew(key),
    })),
  ];
}

/** At the end of the review: what was decided, to look over before the note is copied. */
export function DecidedList({ reading }: { readonly reading: Reading }): ReactElement | null {
  const { visit, changeVisit } = useVisit();
  const entries = decidedOf(visit, reading);
  if (entries.length === 0) return null;
  return (
    <Folded
      id="decided"
      heading={`Decided at this visit (${entries.length})`}
      names={entries.map(({ text }) => text).join(' · ')}
    >
      <PlainList>
        {entries.map(({ key, text, undo }) => (
          <li key={key}>
            {text}{' '}
            <Button
              variant="text"
              aria-label={`Undo in the list: ${text}`}
              onClick={() => {
                changeVisit(undo);
                // The line is gone; the list, or where the work goes on, takes the focus.
                requestAnimationFrame(() => {
                  (document.getElementById('decided') ?? document.getElementById('medicines'))?.focus();
                });
              }}
            >
              Undo
            </Button>
          </li>
        ))}
      </PlainList>
    </Folded>
  );
}
