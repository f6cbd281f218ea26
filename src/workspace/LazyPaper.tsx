import { lazy } from 'react';

/** The paper loads after the first findings are on screen: nobody prints before reading them. */
const pages = () => import('../handout/HandoutPages');
const paper = () => import('./Paper');
const footer = () => import('./PrintFooter');
const rail = () => import('./HandoutRail');
const notices = () => import('./PaperNotices');
const approval = () => import('./ApprovalState');
const interrupted = () => import('./Interrupted');
const told = () => import('./ToldBack');

/** Each fetches a part of what shows and prints a paper. A failed fetch is told where the paper is opened. */
export const PAPER_PARTS = [approval, rail, pages, paper, notices, footer, told, interrupted].map(
  (part) => () => {
    part().catch(() => undefined);
  },
);

export const HandoutPages = lazy(async () => ({ default: (await pages()).HandoutPages }));
export const Paper = lazy(async () => ({ default: (await paper()).Paper }));
export const PrintFooter = lazy(async () => ({ default: (await footer()).PrintFooter }));
export const HandoutRail = lazy(async () => ({ default: (await rail()).HandoutRail }));
export const Interrupted = lazy(async () => ({ default: (await interrupted()).Interrupted }));
export const ToldBack = lazy(async () => ({ default: (await told()).ToldBack }));
export const PaperNotices = lazy(async () => ({ default: (await notices()).PaperNotices }));
export const ApprovalState = lazy(async () => ({ default: (await approval()).ApprovalState }));
