import type { Tables } from '../src/terminology/tables';

/** Thin first version. */
export function compileTables(rootDir: string): Tables {
  void rootDir;
  return { groups: [] };
}
