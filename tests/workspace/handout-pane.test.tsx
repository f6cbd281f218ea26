// @vitest-environment jsdom
import { fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import type { HandoutDocument, HandoutInput } from '../../src/handout/model';
import { HandoutPane } from '../../src/workspace/HandoutPane';
// Loaded lazily by the app; a busy machine may take longer for them than a test waits.
import '../../src/handout/HandoutPages';
import '../../src/workspace/ApprovalState';
import '../../src/workspace/HandoutRail';
import type { Frame } from '../../src/workspace/useFrame';
import { useHandout } from '../../src/workspace/useHandout';
import { SITE, review } from '../handout/review-factory';
import './setup';

const OF = review();

interface Asked {
  readonly frame?: Frame;
  readonly live?: boolean;
  readonly preparing?: boolean;
  readonly with?: ((input: HandoutInput) => HandoutDocument) | undefined;
}

function Desk({ frame = 'middle', live = true, preparing = false, with: by }: Asked) {
  const handout = useHandout(OF, SITE, by);
  return (
    <HandoutPane
      preparing={preparing}
      review={OF}
      handout={handout}
      live={live}
      frame={frame}
      printButton={<button>Print for Maria Lopez</button>}
    />
  );
}

const show = (asked: Asked = {}) => render(<Desk with={compose} {...asked} />);
const pane = () => within(screen.getByLabelText('Handout'));
const printButton = () => pane().queryByRole('button', { name: 'Print for Maria Lopez' });
const lines = () => pane().findByText('Medicine table');

describe('the handout beside the review', () => {
  it.each(['narrow', 'middle'] as const)(
    'in a %s frame is its lines, and the number of pages',
    async (frame) => {
      show({ frame });
      expect(await lines()).toBeVisible();
      expect(pane().getByText('2 pages')).toBeVisible();
      expect(pane().queryByRole('region', { name: 'Live paper' })).toBeNull();
      // A narrow frame has the button at its foot already.
      expect(printButton() === null).toBe(frame === 'narrow');
    },
  );

  it('in a wide frame is the paper, its lines on request', async () => {
    show({ frame: 'wide' });
    const live = await pane().findByRole('article');
    expect(live).toHaveTextContent('Danger signs: call 911');
    expect(pane().queryByText('Medicine table')).toBeNull();
    const choose = pane().getByRole('button', { name: 'Choose lines' });
    expect(choose).toHaveAttribute('aria-expanded', 'false');
    fireEvent.click(choose);
    expect(await lines()).toBeVisible();
    fireEvent.click(pane().getByRole('button', { name: 'Hide lines' }));
    expect(pane().queryByText('Medicine table')).toBeNull();
  });

  it('in the widest frame is paper and lines beside each other: what is switched is seen at once', async () => {
    show({ frame: 'widest' });
    const falls = await pane().findByRole('checkbox', { name: /^Stand up slowly/ });
    expect(await pane().findByRole('article')).toHaveTextContent('Use a night light');
    fireEvent.click(falls);
    expect(pane().getByRole('article')).not.toHaveTextContent('Use a night light');
  });

  it('gives way to the full paper, of which a page holds one, and says that it was not approved yet', async () => {
    show({ frame: 'widest', live: false });
    expect(await lines()).toBeVisible();
    expect(await pane().findByText(/^Not approved yet/)).toBeVisible();
    expect(pane().queryByRole('article')).toBeNull();
  });
});

describe('a handout that is not there', () => {
  it('is waited for in words', () => {
    show({ with: undefined, preparing: true });
    expect(pane().getByRole('status')).toHaveTextContent('Preparing the handout …');
    expect(printButton()).toBeVisible();
  });

  it('could not be made: said as a fault of the program, with what to do', () => {
    show({
      with: () => {
        throw new Error('no paper');
      },
    });
    expect(pane().getByRole('alert')).toHaveTextContent(
      'The handout could not be made. This is a fault of BackSafe. The review is not affected. Use your usual patient education for this visit.',
    );
    expect(pane().queryByText(/pages?$/)).toBeNull();
  });
});
