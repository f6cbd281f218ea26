/**
 * - granted: the token may search the type without conditions
 * - limited: only under a condition (`?category=laboratory`), so that entries may be missing
 * - absent: no scope covers it
 */
export type SearchGrant = 'granted' | 'limited' | 'absent';

const RESOURCE_SCOPE = /^(?:patient|user|system)\/(\*|[A-Za-z]+)\.([a-z*]+)(\?.*)?$/;

/**
 * What the granted scopes say of searching a resource type; `granted` when the launch does not tell its scopes.
 * SMART v1 `read` and v2 letters (`rs`, in the order cruds). Source: https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html
 */
export function searchGrant(type: string, scopes: readonly string[] | undefined): SearchGrant {
  if (scopes === undefined) return 'granted';
  const covering = scopes
    .map((scope) => RESOURCE_SCOPE.exec(scope))
    .filter((match) => match !== null)
    .filter(([, resource]) => resource === '*' || resource === type)
    .filter(([, , access = '']) => access === 'read' || access === '*' || /^c?r?u?d?s$/.test(access));
  if (covering.length === 0) return 'absent';
  return covering.some(([, , , condition]) => condition === undefined) ? 'granted' : 'limited';
}
