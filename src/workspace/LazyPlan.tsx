import { lazy } from 'react';

/** A plan follows the findings; its names come from the tables that are loaded by then. */
const panel = () => import('./PlanPanel');
const atVisit = () => import('./MedicinesAtVisit');
export const preloadPlan = (): void => {
  // A failed fetch is told where the panel is opened.
  for (const part of [panel, atVisit]) part().catch(() => undefined);
};

export const PlanPanel = lazy(async () => ({ default: (await panel()).PlanPanel }));
export const MedicinesAtVisit = lazy(async () => ({ default: (await atVisit()).MedicinesAtVisit }));
export const MedicineSearch = lazy(async () => ({
  default: (await import('./MedicineSearch')).MedicineSearch,
}));
