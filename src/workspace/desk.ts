import { createContext, useContext } from 'react';
import type { Formulary } from '../knowledge/relaxant-products';
import type { DrugId } from '../knowledge/vocabulary';

/** What the review can open beside itself. */
export interface Desk {
  readonly formulary: Formulary;
  /** The plan that is being filled in: a drug once one was chosen. */
  readonly planning: DrugId | 'choose' | undefined;
  readonly plan: (what: DrugId | 'choose' | undefined) => void;
  readonly compare: () => void;
  readonly handout: () => void;
}

const nowhere = () => {
  throw new Error('there is nothing to open here');
};

export const DeskContext = createContext<Desk>({
  formulary: 'us',
  planning: undefined,
  plan: nowhere,
  compare: nowhere,
  handout: nowhere,
});

export const useDesk = (): Desk => useContext(DeskContext);

/** Where the focus returns to. */
export const PLAN_BUTTON = 'plan-a-relaxant';
export const COMPARE_BUTTON = 'compare-relaxants';
export const ADD_BUTTON = 'add-a-medicine';
