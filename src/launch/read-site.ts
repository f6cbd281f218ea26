import { isRecord, textOf } from './json';
import type { JsonRecord } from './json';
import type { Clinic, RuleSetting, Site } from './types';

export type SiteReading =
  | { readonly ok: true; readonly site: Site }
  | { readonly ok: false; readonly errors: readonly string[] };

const EHRS = [
  'other',
  'epic',
  'oracle',
  'athena',
  'nextgen',
  'eclinicalworks',
  'meditech',
  'canvas',
  'hapi',
] as const;
const IDLE_MINUTES = 15;

/** Reads the settings of one object, notes what is wrong under its path, and what it was never asked for. */
class Reader {
  readonly #asked = new Set<string>();
  constructor(
    readonly record: JsonRecord,
    readonly path: string,
    readonly errors: string[],
  ) {}

  #take(key: string): unknown {
    this.#asked.add(key);
    return this.record[key];
  }
  #wrong(key: string, should: string): void {
    this.errors.push(`${this.path}.${key} must be ${should}`);
  }

  text(key: string): string {
    const found = textOf(this.#take(key));
    if (found === undefined) this.#wrong(key, 'a text');
    return found ?? '';
  }

  optionalText(key: string): string | undefined {
    return this.#take(key) === undefined ? undefined : this.text(key);
  }

  /** One of the words; the first is taken where `key` may be left out and is. */
  word<T extends string>(key: string, words: readonly [T, ...T[]], mayBeAbsent = false): T {
    const value = this.#take(key);
    const found = words.find((word) => word === value);
    if (found === undefined && !(mayBeAbsent && value === undefined))
      this.#wrong(key, words.map((word) => `"${word}"`).join(words.length > 2 ? ', ' : ' or '));
    return found ?? words[0];
  }

  flag(key: string, absent?: boolean): boolean {
    const value = this.#take(key) ?? absent;
    if (typeof value !== 'boolean') this.#wrong(key, 'true or false');
    return value === true;
  }

  number(key: string, least: number, most: number, absent: number): number {
    const value = this.#take(key) ?? absent;
    if (typeof value === 'number' && value >= least && value <= most) return value;
    this.#wrong(key, `a number from ${least} to ${most}`);
    return absent;
  }

  /** A list whose every item passes; left out it is empty, unless it has to be there. */
  list(key: string, passes: (item: unknown) => item is string, what: string, needed = false): string[] {
    const value = this.#take(key);
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    const good = items.filter(passes);
    if ((value !== undefined || needed) && (!Array.isArray(value) || good.length !== items.length))
      this.#wrong(key, `a list of ${what}`);
    return good;
  }

  objects<T>(key: string, read: (item: Reader) => T): T[] {
    const value = this.#take(key);
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    if (value !== undefined && !Array.isArray(value)) this.#wrong(key, 'a list');
    return items.flatMap((item, index) => {
      const path = `${key}[${index}]`;
      if (!isRecord(item)) {
        this.#wrong(path, 'an object');
        return [];
      }
      const reader = new Reader(item, `${this.path}.${path}`, this.errors);
      const found = read(reader);
      reader.noOthers();
      return [found];
    });
  }

  /** A misspelt key would leave its setting out without a word. */
  noOthers(): void {
    for (const key of Object.keys(this.record))
      if (!this.#asked.has(key)) this.errors.push(`${this.path}.${key} is not a known setting`);
  }
}

/** One site. Each error begins with the key it is about, as in `.clientId must be a text`. */
export function readSite(value: unknown): SiteReading {
  if (!isRecord(value)) return { ok: false, errors: [' must be an object'] };
  const errors: string[] = [];
  const from = new Reader(value, '', errors);
  const issuer = from.text('issuer');
  if (issuer !== '' && !isIssuer(issuer))
    errors.push('.issuer must be an https address without query (http only on this machine)');
  const scope = from.optionalText('scope');
  // SMART: an EHR launch asks for `launch`; `launch/patient` asks the user to pick another patient.
  if (scope !== undefined && !scope.split(/\s+/).includes('launch'))
    errors.push('.scope must contain "launch" as a word of its own');
  const pkceUnannounced = from.optionalText('pkceUnannounced');
  const origins = (key: string, needed = false): string[] =>
    from.list(key, isOrigin, 'origins such as "https://signin.example.org"', needed);
  const clinics = from.objects('clinics', readClinic);
  if (clinics.length === 0) errors.push('.clinics must be a list with at least one clinic');
  const site: Site = {
    issuer,
    clientId: from.text('clientId'),
    standalone: from.flag('standalone', false),
    ...(scope === undefined ? {} : { scope }),
    authorizeOrigins: origins('authorizeOrigins', true),
    connectOrigins: origins('connectOrigins'),
    frameAncestors: origins('frameAncestors'),
    ehr: from.word('ehr', EHRS, true),
    ...(pkceUnannounced === undefined ? {} : { pkceUnannounced }),
    formulary: from.word('formulary', ['us', 'eu', 'asia'], true),
    clinics,
    emergencyNumber: from.text('emergencyNumber'),
    poisonLine: from.text('poisonLine'),
    support: from.text('support'),
    pageSize: from.word('pageSize', ['Letter', 'A4']),
    // Two minutes of warning have to fit in; an hour is the longest that still protects a screen.
    idleMinutes: from.number('idleMinutes', 3, 60, IDLE_MINUTES),
    rules: from.objects('rules', readRule),
    testSystem: from.flag('testSystem'),
  };
  from.noOthers();
  return errors.length === 0 ? { ok: true, site } : { ok: false, errors };
}

function readClinic(from: Reader): Clinic {
  return {
    name: from.text('name'),
    phone: from.text('phone'),
    afterHoursPhone: from.text('afterHoursPhone'),
    locations: from.list('locations', isLocation, 'references such as "Location/12"'),
  };
}

function readRule(from: Reader): RuleSetting {
  return {
    rule: from.text('rule'),
    show: from.word('show', ['serious', 'caution', 'counsel', 'hidden']),
    reason: from.text('reason'),
    decidedBy: from.text('decidedBy'),
  };
}

function isLocation(value: unknown): value is string {
  return typeof value === 'string' && /^Location\/[^/]+$/.test(value);
}

function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return isSafeAddress(url) && url.search === '' && url.hash === '' && url.username === '';
}

function isOrigin(value: unknown): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const url = new URL(value);
  return isSafeAddress(url) && url.origin === value;
}

/** https; plain http only to the machine itself, for sandboxes and tests. */
export function isSafeAddress(url: URL): boolean {
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
  );
}
