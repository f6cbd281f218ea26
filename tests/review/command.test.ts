import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewReport } from '../../src/review/report';
import { reviewFiles } from '../../tools/review-files';
import { ROOT, TODAY, bundle, man, order, terminology } from './chart';
import { SAMPLES } from './sample-charts';

let folder: string;
let samplesRun: Run & { readonly files: readonly string[] };
const path = (name: string) => join(folder, name);
const write = (name: string, text: string) => {
  writeFileSync(path(name), text);
  return path(name);
};

interface Run {
  readonly status: number | null;
  readonly lines: readonly string[];
  readonly stderr: string;
}

/** What the command does, without the seconds that a process of its own takes to start. */
function run(...args: readonly string[]): Run {
  const lines: string[] = [];
  const faults: string[] = [];
  const status = reviewFiles(args, {
    say: (line) => lines.push(line),
    complain: (line) => faults.push(line),
    terminology: () => terminology,
  });
  return { status, lines, stderr: faults.map((line) => `${line}\n`).join('') };
}

/** The real command in a process of its own, as a site runs it. */
function runAlone(env: Readonly<Record<string, string>>, ...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tools/review.ts', ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, ...env },
      maxBuffer: 1 << 28,
    },
  );
  expect(stdout === '' || stdout.endsWith('\n')).toBe(true);
  return { status, lines: stdout.split('\n').filter((line) => line !== ''), stderr };
}
const parse = (line: string | undefined) =>
  JSON.parse(line ?? '') as ReviewReport & { readonly error?: string };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'review-'));
  const samples = readdirSync(SAMPLES).map((file) => `${SAMPLES}${file}`);
  const files = [...samples, ...samples.slice(0, 1)];
  samplesRun = { files, ...runAlone({}, '--as-of', TODAY, ...files) };
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the review command', { timeout: 120_000 }, () => {
  it('prints one line of JSON for each sample, in the order given, and nothing else', () => {
    const { files, status, lines, stderr } = samplesRun;
    expect([status, stderr]).toEqual([0, '']);
    expect(lines.map((line) => parse(line).file)).toEqual(files);
    for (const line of lines) expect(parse(line)).toMatchObject({ schema: 'backsafe.review/1', asOf: TODAY });
    const maria = lines.map(parse).find(({ patient }) => patient.id === 'maria-lopez');
    expect(maria?.patient).toEqual({ id: 'maria-lopez', age: 72, sex: 'female' });
    const tizanidine = maria?.relaxants.find(({ drug }) => drug === 'tizanidine');
    expect(tizanidine).toMatchObject({
      orders: ['MedicationRequest/ml-med-2'],
      state: 'current',
      matchedBy: 'code',
    });
    expect(tizanidine?.cautions[0]).toMatchObject({
      id: 'TIZ-CYP1A2-STRONG',
      severity: 'contraindicated',
      escalated: false,
      evidence: ['MedicationRequest/ml-med-3'],
    });
    expect(tizanidine?.cautions[0]?.sources.length).toBeGreaterThan(0);
  });

  it('keeps the fields of a line in their published order', () => {
    const report = parse(samplesRun.lines.find((line) => line.includes('"relaxants":[{')));
    expect(Object.keys(report)).toEqual([
      'schema',
      'file',
      'patient',
      'asOf',
      'knowledge',
      'completeness',
      'relaxants',
      'redFlags',
      'redFlagsNotChecked',
      'notes',
      'dataGaps',
      'didNotCount',
      'unrecognised',
      'other',
    ]);
    expect(Object.keys(report.relaxants[0] ?? {})).toEqual([
      'drug',
      'orders',
      'state',
      'text',
      'route',
      'matchedBy',
      'dailyDoseMg',
      'durationDays',
      'driving',
      'cautions',
      'suppressed',
      'notChecked',
      'notAsked',
    ]);
  });

  it('names each bad file, goes on with the others, and ends with 2', () => {
    mkdirSync(path('folder'));
    const good = write(
      'good.json',
      JSON.stringify(bundle([man(), order('1', 'tizanidine 4 MG Oral Tablet')])),
    );
    const bad = [
      write('broken.json', '{"resourceType": "Bundle", "name": "Maria Lopez'),
      write('empty.json', ''),
      write('list.json', '[]'),
      write('patient.json', JSON.stringify(man())),
      write('nobody.json', JSON.stringify(bundle([]))),
      path('missing.json'),
      path('folder'),
    ];
    const { status, lines, stderr } = run('--as-of', TODAY, ...bad, good);
    expect([status, stderr]).toEqual([2, '']);
    expect(lines).toHaveLength(bad.length + 1);
    for (const [at, file] of bad.entries()) {
      const line = parse(lines[at]);
      expect(Object.keys(line)).toEqual(['file', 'error']);
      expect(line.file).toBe(file);
      expect(line.error).toMatch(/\w/);
      // What stands in a chart has no place in an error.
      expect(line.error).not.toContain('Lopez');
    }
    expect(parse(lines.at(-1)).relaxants.map(({ drug }) => drug)).toEqual(['tizanidine']);
  });

  it('takes the sections that the sender could not read, and then never says "none"', () => {
    const file = write(
      'one.json',
      JSON.stringify(bundle([man(), order('1', 'tizanidine 4 MG Oral Tablet')])),
    );
    const { status, lines } = run(
      '--as-of',
      TODAY,
      '--incomplete',
      'AllergyIntolerance=not-permitted,Observation=partial,Condition',
      file,
    );
    expect(status).toBe(0);
    const report = parse(lines[0]);
    expect(report.completeness).toEqual({
      Condition: 'failed',
      MedicationRequest: 'complete',
      AllergyIntolerance: 'not-permitted',
      Observation: 'partial',
      Procedure: 'complete',
    });
    expect(report.relaxants[0]?.notChecked).toContainEqual({
      id: 'X-ALLERGY',
      missing: ['AllergyIntolerance'],
    });
    expect(report.redFlagsNotChecked.map(({ id }) => id)).toContain('CES');
  });

  it('stands for the day where it runs, as the app does, when no day is given', () => {
    const file = write('today.json', JSON.stringify(bundle([man()])));
    const dayIn = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
    // At any moment one of these two has another day than Greenwich: 25 hours lie between them.
    const zone =
      ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].find((name) => dayIn(name) !== dayIn('UTC')) ?? '';
    const before = dayIn(zone);
    const { asOf } = parse(runAlone({ TZ: zone }, file).lines[0]);
    expect([before, dayIn(zone)], zone).toContain(asOf);
  });

  it('takes the answers of the visit from a QuestionnaireResponse', () => {
    const answers = {
      resourceType: 'QuestionnaireResponse',
      id: 'q',
      status: 'completed',
      subject: { reference: 'Patient/p' },
      item: [
        { linkId: 'commercial_driver', answer: [{ valueBoolean: true }] },
        { linkId: 'ces-saddle', answer: [{ valueBoolean: true }] },
        { linkId: 'alcohol_heavy', answer: [{ valueBoolean: false }] },
      ],
    };
    const file = write(
      'answers.json',
      JSON.stringify(bundle([man(), order('1', 'tizanidine 4 MG Oral Tablet'), answers])),
    );
    const report = parse(run('--as-of', TODAY, file).lines[0]);
    expect(report.redFlags).toContainEqual({ id: 'CES', tier: 'emergency', evidence: ['answer/ces-saddle'] });
    const [relaxant] = report.relaxants;
    expect(relaxant?.cautions.map(({ id }) => id)).toContain('X-CMV');
    expect(relaxant?.notAsked.map(({ id }) => id)).not.toContain('X-ALCOHOL');
  });

  it('refuses options that it does not know, with its usage and 2, before it reads a file', () => {
    const file = `${SAMPLES}maria-lopez.json`;
    for (const args of [
      [],
      ['--as-of', '2026-02-30', file],
      ['--formulary', 'mars', file],
      ['--incomplete', 'Condition=maybe', file],
      ['--silent', file],
    ]) {
      const { status, lines, stderr } = run(...args);
      expect([status, lines], args.join(' ')).toEqual([2, []]);
      expect(stderr, args.join(' ')).toContain('Usage:');
    }
    const alone = runAlone({}, '--silent', `${SAMPLES}maria-lopez.json`);
    expect(alone).toEqual(run('--silent', `${SAMPLES}maria-lopez.json`));
    expect([alone.status, alone.lines]).toEqual([2, []]);
  });

  it('says the same of a file each time', () => {
    expect(samplesRun.lines.at(-1)).toBe(samplesRun.lines[0]);
  });
});
