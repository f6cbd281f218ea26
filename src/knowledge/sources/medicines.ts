import type { Source } from '../rule';

/** Sources of the caution rules and of the driving table. */
export const MEDICINE_SOURCES = {
  'L-LUVOX': {
    title: 'Fluvoxamine (LUVOX CR) prescribing information 5.5',
    publisher: 'text seen at 120ty.net',
    kind: 'label',
    url: 'http://www.120ty.net/bencandy.php?aid=46508&fid=134&page=9',
    version: 'revised 7/2014',
    seen: 'read 22 Nov 2026: 5.5 Potential Tizanidine Interaction complete (as copied at 120ty.net)',
  },
  'L-QELBREE': {
    title: 'Qelbree (viloxazine) highlights',
    publisher: 'text seen at genesight.com',
    kind: 'label',
    url: 'https://genesight.com/product/medications-qelbree-viloxazine',
    seen: 'read 22 Nov 2026: Contraindications: sensitive or narrow-range CYP1A2 substrates (4, 7.1); MPR copy names tizanidine (as copied at genesight.com)',
  },
  'L-TIZ-30C': {
    title: 'Tizanidine tablet (DailyMed SPL)',
    publisher: 'NLM DailyMed',
    kind: 'label',
    url: 'https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=30caf3b3-8c1b-268e-e063-6294a90a3c8a',
    version: 'updated 20 Mar 2025',
    seen: 'read 22 Nov 2026: 1, 2.1, 4, 5.1, 7.1 openings (fluvoxamine, ciprofloxacin named)',
  },
  'L-TIZ-ONT': {
    title: 'ONTRALFY (tizanidine oral solution) (DailyMed SPL)',
    publisher: 'NLM DailyMed',
    kind: 'label',
    url: 'https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=51d392ee-6907-4472-bd9c-12ca59dadb1b',
    version: 'updated 20 Dec 2024',
    seen: 'read 22 Nov 2026: 1, 3; openings of 2.1, 4, 5.1, 7.1',
  },
  'R-TIZ-SRLC': {
    title: 'FDA SrLC: Zanaflex NDA 021447 SUPPL-17',
    publisher: 'FDA',
    kind: 'regulator',
    url: 'https://www.accessdata.fda.gov/scripts/cder/safetylabelingchanges/index.cfm?event=searchdetail.page&DrugNameID=2374',
    version: '22 Nov 2024',
    seen: 'read 22 Nov 2026: 4, 5.1, 5.2 complete as revised',
  },
  'T-CHAUGAI': {
    title:
      'Chaugai et al. Strong CYP1A2 inhibitors and tizanidine hypotension. Clin Pharmacol Ther 2019;105:703-709',
    publisher: 'PMID 30223305 / PMC6379114',
    kind: 'study',
    url: 'https://labnodes.vanderbilt.edu/publication/view/pmid/30223305',
    version: 'doi 10.1002/cpt.1233',
    seen: 'read 22 Nov 2026: abstract (as copied at labnodes.vanderbilt.edu)',
  },
  'T-GIANN': {
    title: 'Giannouchos et al. Tizanidine with ciprofloxacin. Am J Emerg Med 2022;55:147-151',
    publisher: 'PubMed 35325788',
    kind: 'study',
    url: 'https://pubmed.ncbi.nlm.nih.gov/35325788/',
    version: 'doi 10.1016/j.ajem.2022.03.008',
    seen: 'read 22 Nov 2026: abstract',
  },
} as const satisfies Record<string, Source>;
