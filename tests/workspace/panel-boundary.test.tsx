// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { expect, it, vi } from 'vitest';
import { PanelBoundary } from '../../src/workspace/PanelBoundary';
import './setup';

it('a panel that fails says so, leaves the others alone, shows no chart text, and can be tried again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let broken = true;
  function Panel(): ReactElement {
    if (broken) throw new Error('secret: Maria Lopez');
    return <p>red flags are here</p>;
  }
  render(
    <>
      <PanelBoundary name="Red flags">
        <Panel />
      </PanelBoundary>
      <PanelBoundary name="Back medicines">
        <p>medicines are here</p>
      </PanelBoundary>
    </>,
  );
  expect(screen.getByRole('alert')).toHaveTextContent(
    'Red flags could not be shown. This is a fault of BackSafe, not a result',
  );
  expect(screen.getByText('medicines are here')).toBeVisible();
  expect(document.body).not.toHaveTextContent('secret');
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('red flags are here')).toBeVisible();
});
