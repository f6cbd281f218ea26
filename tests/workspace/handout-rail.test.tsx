// @vitest-environment jsdom
import { render, screen, within, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import { HandoutPages } from '../../src/handout/HandoutPages';
import type { Review } from '../../src/review/types';
import { ApprovalState } from '../../src/workspace/ApprovalState';
import { HandoutRail } from '../../src/workspace/HandoutRail';
import { useHandout } from '../../src/workspace/useHandout';
import {
  SITE,
  dosage,
  evidence,
  hit,
  order,
  other,
  redFlag,
  relaxant,
  review,
  rule,
} from '../handout/review-factory';
import './setup';

function Both({ of }: { readonly of: Review }) {
  const handout = useHandout(of, SITE, compose);
  if (handout === undefined) return null;
  return (
    <>
      <div data-testid="rail">
        <HandoutRail review={of} handout={handout} />
        <ApprovalState review={of} handout={handout} />
        <button onClick={() => handout.approve()}>Approve</button>
      </div>
      <div data-testid="paper">
        <HandoutPages document={handout.document} />
      </div>
    </>
  );
}

const rail = () => within(screen.getByTestId('rail'));
const paper = (): string => screen.getByTestId('paper').textContent;
const FALLS = /^Stand up slowly\. Use a night light\./;
const edit = async (name: RegExp) => {
  await userEvent.click(rail().getByRole('button', { name }));
  return screen.findByRole('textbox', { name: /Prints as you type it/ });
};

describe('a line in the rail', () => {
  it('is switched off and on, and says where it comes from', async () => {
    render(<Both of={review()} />);
    const falls = rail().getByRole('checkbox', { name: FALLS });
    expect(falls).toBeChecked();
    expect(falls.closest('label')).toHaveTextContent('65+');
    await userEvent.click(falls);
    expect(paper()).not.toContain('Use a night light');
    await userEvent.click(falls);
    expect(paper()).toContain('Use a night light');
  });

  it('is put into other words with the keyboard alone, and back', async () => {
    render(<Both of={review()} />);
    rail()
      .getByRole('button', { name: /^Edit: Stand up slowly/ })
      .focus();
    await userEvent.keyboard('{Enter}');
    const field = await screen.findByRole('textbox', { name: /Prints as you type it/ });
    await waitFor(() => {
      expect(field).toHaveFocus();
    });
    await userEvent.clear(field);
    await userEvent.paste('Hold the rail on the stairs.');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(paper()).toContain('Hold the rail on the stairs.');
    expect(rail().getByRole('button', { name: 'Edit: Hold the rail on the stairs.' })).toHaveFocus();
    expect(
      rail()
        .getByRole('checkbox', { name: /Hold the rail/ })
        .closest('label'),
    ).toHaveTextContent('your words');
    await edit(/^Edit: Hold the rail/);
    await userEvent.click(rail().getByRole('button', { name: 'Standard words' }));
    expect(paper()).toContain('Stand up slowly. Use a night light.');
  });

  it('keeps its words when the edit is left with Escape', async () => {
    render(<Both of={review()} />);
    await userEvent.type(await edit(/^Edit: Stand up slowly/), ' Dance.{Escape}');
    expect(paper()).not.toContain('Dance');
    expect(rail().getByRole('button', { name: /^Edit: Stand up slowly/ })).toHaveFocus();
  });

  it('that always prints can be neither switched off nor put into other words', () => {
    render(<Both of={review()} />);
    const driving = rail().getByRole('checkbox', { name: /^Driving: not for now/ });
    expect(driving).toBeDisabled();
    expect(driving).toBeChecked();
    expect(rail().queryByRole('button', { name: /^Edit: Driving: not for now/ })).toBeNull();
  });

  it('moves in its list', async () => {
    render(<Both of={review()} />);
    await userEvent.click(rail().getByRole('button', { name: /^Fixed parts/ }));
    await edit(/^Edit: Ice is OK too/);
    expect(paper().indexOf('Use heat')).toBeLessThan(paper().indexOf('Ice is OK'));
    await userEvent.click(rail().getByRole('button', { name: 'Move up' }));
    expect(paper().indexOf('Ice is OK')).toBeLessThan(paper().indexOf('Use heat'));
  });

  it('of the clinician’s own is written and stands among the others', async () => {
    render(<Both of={review()} />);
    await userEvent.click(rail().getByRole('button', { name: 'Write a line of your own' }));
    const field = await screen.findByRole('textbox', { name: /Prints as you type it/ });
    await userEvent.click(field);
    await userEvent.paste('Bring your bottles on Friday.');
    await userEvent.click(rail().getByRole('button', { name: 'Done' }));
    expect(rail().getByRole('checkbox', { name: /^Bring your bottles/ })).toBeChecked();
    expect(paper()).toContain('Bring your bottles on Friday.');
  });

  it('that is sensitive is off until chosen, under its own heading', async () => {
    const sensitive = rule('X-MOUD', {
      patientLine: 'sensitive',
      severity: 'caution',
      patient: 'Keep taking your recovery medicine.',
    });
    render(<Both of={review({ relaxants: [relaxant('methocarbamol', { cautions: [hit(sensitive)] })] })} />);
    expect(rail().getByRole('heading', { name: 'Sensitive, off until you choose (1)' })).toBeVisible();
    const line = rail().getByRole('checkbox', { name: /^Keep taking your recovery medicine/ });
    expect(line).not.toBeChecked();
    expect(paper()).not.toContain('recovery');
    await userEvent.click(line);
    expect(paper()).toContain('recovery');
  });

  it('that names a private medicine is a choice of its own', async () => {
    const sertraline = other('MedicationRequest/ser', ['sertraline'], ['ssri']);
    const watch = rule('W', { patient: 'You also take {other}. Both make you slow.' });
    const found = [evidence(sertraline.reference, 'sertraline')];
    render(
      <Both
        of={review({
          relaxants: [relaxant('methocarbamol', { cautions: [hit(watch, found)] })],
          otherMedicines: [sertraline],
        })}
      />,
    );
    const choice = rail().getByRole('checkbox', { name: /^Name sertraline/ });
    expect(choice).not.toBeChecked();
    expect(paper()).not.toContain('sertraline');
    await userEvent.click(choice);
    expect(paper()).toContain('You also take sertraline.');
  });

  it('that is off for a red flag says so and stays off', () => {
    render(<Both of={review({ redFlags: [redFlag('CES', 'emergency')] })} />);
    expect(rail().getByRole('button', { name: /^Fixed parts/ })).toBeVisible();
    expect(paper()).not.toContain('Most back spasms get better');
  });
});

describe('approval', () => {
  it('is for exactly the lines shown: a later change takes it back, is marked, and is shown on request', async () => {
    render(<Both of={review()} />);
    await userEvent.click(rail().getByRole('button', { name: 'Approve' }));
    expect(rail().getByText('Approved as shown.')).toBeVisible();
    await userEvent.click(rail().getByRole('checkbox', { name: FALLS }));
    expect(rail().getByText(/^1 line changed since you approved/)).toBeVisible();
    expect(rail().getByRole('checkbox', { name: FALLS }).closest('label')).toHaveTextContent(
      'changed since you approved',
    );
    expect(rail().queryByText(/^Now off/)).toBeNull();
    await userEvent.click(rail().getByRole('button', { name: 'Show' }));
    expect(rail().getByText(/^Now off: Stand up slowly/)).toBeVisible();
    await userEvent.click(rail().getByRole('checkbox', { name: FALLS }));
    expect(rail().getByText('Approved as shown.')).toBeVisible();
  });
});

describe('times in the rail', () => {
  const shorthand = review({
    relaxants: [
      relaxant('methocarbamol', {
        orders: [
          order('MedicationRequest/m', 'methocarbamol 750 MG Oral Tablet', {
            dosages: [
              dosage({
                text: 'TK 1 T PO BID',
                read: false,
                patientReadable: false,
                slots: undefined as never,
              }),
            ],
          }),
        ],
      }),
    ],
  });

  it('are asked for where patients cannot read the order, and print once they are filled in', async () => {
    render(<Both of={shorthand} />);
    expect(rail().getByText(/patients cannot read this: fill times/)).toBeVisible();
    expect(paper()).toContain('Your order says: “TK 1 T PO BID”');
    await userEvent.type(rail().getByLabelText('Morning'), '1');
    await userEvent.type(rail().getByLabelText('Bedtime'), '2');
    expect(paper()).toContain('2 tablets');
    expect(paper()).not.toContain('TK 1 T');
    await userEvent.click(rail().getByRole('button', { name: 'Use the order as written' }));
    expect(paper()).toContain('TK 1 T PO BID');
  });

  it('are not offered for a contraindicated medicine that nobody decided', () => {
    const open = hit(rule('MET-X', { severity: 'contraindicated', patientLine: 'decide' }));
    render(<Both of={review({ relaxants: [relaxant('methocarbamol', { cautions: [open] })] })} />);
    expect(rail().queryByLabelText('Morning')).toBeNull();
    expect(rail().getByText(/prints as “Ask us before you take this\.”/)).toBeVisible();
  });

  it('are offered again once it is kept', () => {
    const kept = {
      ...hit(rule('MET-X', { severity: 'contraindicated', patientLine: 'decide' })),
      kept: 'lowest dose',
    };
    render(<Both of={review({ relaxants: [relaxant('methocarbamol', { cautions: [kept] })] })} />);
    expect(rail().getByLabelText('Morning')).toBeVisible();
  });

  it.each(['hold', 'stop'] as const)('are not offered where the paper would not print them: %s', (kind) => {
    render(<Both of={review({ relaxants: [relaxant('methocarbamol', { decision: { kind } })] })} />);
    expect(rail().queryByLabelText('Morning')).toBeNull();
    expect(rail().queryByLabelText('Last day')).toBeNull();
  });

  it('leave their place to what the clinician changed it to, marked as words that no language changes', async () => {
    const changed = relaxant('methocarbamol', { decision: { kind: 'change', how: '500 mg at bedtime' } });
    render(<Both of={review({ relaxants: [changed] })} />);
    await userEvent.selectOptions(rail().getByLabelText('Language'), 'es');
    await waitFor(() => {
      expect(paper()).toContain('Tómela así: 500 mg at bedtime');
    });
    expect(rail().getByText(/^your words, in every language/)).toBeVisible();
    await userEvent.type(rail().getByLabelText('Bedtime'), '1');
    expect(rail().queryByText(/your words/)).toBeNull();
    expect(paper()).not.toContain('500 mg at bedtime');
  });

  it('take a last day, but never for a medicine that must not be stopped at once', () => {
    const { unmount } = render(<Both of={review()} />);
    expect(rail().getByLabelText('Last day')).toBeVisible();
    unmount();
    render(<Both of={review({ relaxants: [relaxant('baclofen', { durationDays: undefined as never })] })} />);
    expect(rail().queryByLabelText('Last day')).toBeNull();
    expect(rail().getByText('Last day prints: “Call us first”')).toBeVisible();
  });
});
