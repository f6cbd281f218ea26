import { Component } from 'react';
import type { ReactNode } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { ATTENTION, EDGE } from './theme';

const Box = styled('div')({
  margin: '8px 0',
  padding: '8px 12px',
  border: `1px solid ${EDGE}`,
  background: ATTENTION,
});

interface Props {
  /** What the panel shows, as the user calls it: "Red flags". */
  readonly name: string;
  readonly children: ReactNode;
}

/**
 * One panel that fails must not take the others with it, and must not look like an empty one.
 * The error's text may quote the chart, so it goes nowhere.
 */
export class PanelBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    const { name, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <Box role="alert">
        <p>
          <strong>{name} could not be shown.</strong> This is a fault of BackSafe, not a result: look in the
          chart.{' '}
          <Button
            variant="outlined"
            onClick={() => {
              this.setState({ failed: false });
            }}
          >
            Try again
          </Button>
        </p>
      </Box>
    );
  }
}
