/** FHIR JSON as the sandbox keeps it: its own sample Bundles, read through the guards below. */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one: for reading through optional branches. */
export function jsonOf(value: unknown): Json {
  return isJson(value) ? value : {};
}

/** Every object of a list; a single object counts as a list of one. */
export function jsonsOf(value: unknown): readonly Json[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(isJson);
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
