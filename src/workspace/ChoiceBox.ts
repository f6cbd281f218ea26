import { styled } from '@mui/material/styles';
import { ACCENT, LINE, PAGE } from './theme';

/** What opens in place to choose from: a plan, a decision. */
export const ChoiceBox = styled('fieldset')({
  margin: '4px 0 6px',
  padding: '4px 10px 8px',
  borderLeft: `3px solid ${ACCENT}`,
  background: PAGE,
  '& legend': { fontWeight: 700, fontSize: '0.8125rem', float: 'left', width: '100%', padding: '4px 0 0' },
});

/** One question of it with its choices. */
export const ChoiceLine = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 6px',
  padding: '4px 0',
  clear: 'both',
  '& + &': { borderTop: `1px solid ${LINE}` },
});
