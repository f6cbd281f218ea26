import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WRITTEN_CAUTION_RULES } from '../../src/knowledge/cautions/written';
import { WRITTEN_RED_FLAG_RULES } from '../../src/knowledge/red-flags/written';
import { SOURCES } from '../../src/knowledge/sources';
import { SPANISH_RULE_LINES } from '../../src/handout/content/es-rule-lines';
import { rulesPage } from '../../tools/rules-page';

const page = rulesPage();
const plain = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const RULES = [...WRITTEN_CAUTION_RULES, ...WRITTEN_RED_FLAG_RULES];

/** The part of the page about one rule. */
const about = (id: string): string =>
  page.split('<article ').find((part) => part.startsWith(`id="${id}"`)) ?? '';

describe('the page of all rules', () => {
  it('is the one in docs/: after a change of the knowledge run "npm run rules"', () => {
    const kept = readFileSync(new URL('../../docs/rules.html', import.meta.url), 'utf8');
    // Not toEqual: 600 KB of difference help nobody.
    expect(kept === page, 'docs/rules.html is out of date: npm run rules').toBe(true);
  });

  it('has every rule with its texts, sources and a box to sign', () => {
    for (const rule of RULES) {
      const part = about(rule.id);
      for (const text of [rule.title, rule.short, rule.clinician, rule.consider, rule.patient])
        expect(part, rule.id).toContain(plain(text));
      for (const { source, section, supports } of rule.sources)
        for (const text of [SOURCES[source].url, SOURCES[source].title, section, supports])
          expect(part, rule.id).toContain(plain(text));
      const spanish = SPANISH_RULE_LINES[rule.id];
      if (spanish !== undefined) expect(part, rule.id).toContain(`<p lang="es">${plain(spanish)}</p>`);
      for (const word of ['Fires when', 'Rests on', 'Review by', 'agree', 'change', 'Name', 'Role', 'Date'])
        expect(part, rule.id).toContain(word);
    }
  });

  it('says of a line without Spanish that the paper has fixed words for it, or that it does not print', () => {
    for (const { id, patient } of WRITTEN_CAUTION_RULES)
      if (patient !== '' && SPANISH_RULE_LINES[id] === undefined)
        expect(about(id), id).toMatch(/in fixed words of its own|Not printed as written/);
    expect(about('BAC-TAPER')).toContain('in fixed words of its own');
  });

  it('needs nothing from elsewhere and runs nothing', () => {
    expect(page).not.toMatch(/<(script|link|img|iframe)\b|\bsrc=|@import|url\(/);
  });

  it('links only to places that it has', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect(ids.size).toBe([...page.matchAll(/ id="([^"]+)"/g)].length);
    const broken = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id));
    expect(broken).toEqual([]);
  });

  it('leaves no word of the code unexplained', () => {
    expect(page.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/undefined|\[object|NaN|Infinity/);
  });
});
