import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { DRIVING_WORDS } from '../knowledge/driving-words';
import { RELAXANT_PRODUCTS } from '../knowledge/relaxant-products';
import type { Candidate, Reason } from '../review/compare';
import { Quiet, Tag } from './parts';

const SHOWN = 4;
const heavy = ({ severity }: Reason): boolean => severity === 'contraindicated' || severity === 'serious';

interface Props {
  readonly candidate: Candidate;
  readonly plan: () => void;
}

/** One relaxant. What is serious for this patient stands in bold, and first. */
export function CompareRow({ candidate, plan }: Props): ReactElement {
  const { drug, name, against, couldNotCheck, driving, onTheList } = candidate;
  const { controlled, offLabel, course, stopping } = RELAXANT_PRODUCTS[drug];
  const usual = [onTheList ? 'taken or planned now' : '', offLabel ?? '', course].filter(
    (text) => text !== '',
  );
  const shown = against.slice(0, SHOWN);
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {name} {controlled ? <Tag title="US Schedule IV">C-IV</Tag> : null}
        <div>
          <Quiet style={{ fontSize: '0.75rem', fontWeight: 400 }}>{usual.join(' · ')}</Quiet>
        </div>
      </th>
      <td role="cell" data-label="Against">
        {shown.map((reason, place) => (
          <span key={reason.text}>
            {place === 0 ? '' : ' · '}
            {heavy(reason) ? <strong>{reason.text}</strong> : reason.text}
          </span>
        ))}
        {against.length > SHOWN ? ` · +${against.length - SHOWN}` : ''}
        {against.length === 0 ? '–' : ''}
      </td>
      <td role="cell" data-label="Could not check">
        {couldNotCheck.length === 0 ? '–' : couldNotCheck.join(', ')}
      </td>
      <td role="cell" data-label="Driving">
        {DRIVING_WORDS[driving.tier].word}
        {driving.raisedBy.length === 0 ? '' : `, raised by ${driving.raisedBy.join(', ')}`}
      </td>
      <td role="cell" data-label="Stopping">
        {stopping}
      </td>
      <td role="cell">
        <Button variant="outlined" aria-label={`Plan ${name}`} onClick={plan}>
          Plan
        </Button>
      </td>
    </tr>
  );
}
