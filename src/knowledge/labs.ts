/**
 * Laboratory values that rules read: LOINC codes, accepted units (UCUM) and how long a value can clear a rule.
 * Past its window an abnormal value still fires, with its date; a normal one never clears.
 */
export interface Lab {
  readonly name: string;
  readonly loinc: readonly string[];
  /** UCUM units that are read; any other unit is unreadable. */
  readonly units: readonly string[];
  readonly windowDays: number;
  readonly note: string;
}

/** ALT with the upper limit that stands in when the laboratory states none. */
export interface EnzymeLab extends Lab {
  readonly defaultUpperLimit: number;
}

const EGFR_UNITS = ['mL/min/{1.73_m2}', 'mL/min/1.73.m2', 'mL/min/1.73m2', 'mL/min'];

export const LABS = {
  egfr: {
    name: 'eGFR',
    loinc: ['98979-8', '98980-6', '62238-1', '77147-7', '69405-9', '50044-7', '33914-3'],
    units: EGFR_UNITS,
    windowDays: 365,
    note: 'Reported eGFR. The 12-month window is a working definition.',
  },
  egfrRaceWorded: {
    name: 'eGFR',
    loinc: ['88294-4', '48642-3'],
    units: EGFR_UNITS,
    windowDays: 365,
    note: 'Older reports with a race term: read only when nothing else is on file, and said so.',
  },
  creatinine: {
    name: 'creatinine',
    loinc: ['2160-0', '38483-4', '14682-9'],
    units: ['mg/dL', 'umol/L'],
    windowDays: 365,
    note: '2160-0 and 38483-4 in mg/dL, 14682-9 in µmol/L. Used to calculate eGFR when none is reported.',
  },
  crcl: {
    name: 'creatinine clearance',
    loinc: ['35591-7'],
    units: ['mL/min'],
    windowDays: 365,
    note: 'Also any result whose name says "creatinine clearance".',
  },
  alt: {
    name: 'ALT',
    loinc: ['1742-6'],
    units: ['U/L', '[iU]/L', 'IU/L'],
    windowDays: 90,
    // A plain default, shown with the result. Laboratories differ (about 30 to 55 U/L), so a stated limit always wins.
    defaultUpperLimit: 40,
    note: 'Judged as a multiple of the upper limit of the laboratory; 40 U/L stands in when none is stated, and that is said.',
  },
  ast: {
    name: 'AST',
    loinc: ['1920-8'],
    units: ['U/L', '[iU]/L', 'IU/L'],
    windowDays: 90,
    note: 'Shown beside ALT; no rule reads it alone.',
  },
  bilirubin: {
    name: 'bilirubin',
    loinc: ['1975-2'],
    units: ['mg/dL', 'umol/L'],
    windowDays: 90,
    note: 'Shown beside ALT; no rule reads it alone.',
  },
  weight: {
    name: 'weight',
    loinc: ['29463-7'],
    units: ['kg', 'g', '[lb_av]'],
    windowDays: 365,
    note: 'For creatinine clearance by Cockcroft-Gault.',
  },
  temperature: {
    name: 'temperature',
    loinc: ['8310-5'],
    units: ['Cel', '[degF]'],
    windowDays: 14,
    note: 'A normal temperature does not exclude infection.',
  },
} as const satisfies Record<string, Lab | EnzymeLab>;
