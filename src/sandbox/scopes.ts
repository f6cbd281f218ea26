import { SECTIONS } from './faults';

const CONTEXT_SCOPES = [
  'launch',
  'launch/patient',
  'openid',
  'fhirUser',
  'profile',
  'online_access',
  'offline_access',
];
/** v1 `.read`, `.write`, `.*` and v2 letters in their order, https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html */
const RESOURCE_SCOPE = /^patient\/(\*|[A-Z][A-Za-z]+)\.(read|write|\*|c?r?u?d?s?)$/;

/** True when every requested scope is well formed; `patient/Condition.sr` is not, the letters have an order. */
export function isWellFormed(requested: readonly string[]): boolean {
  return requested.every(
    (scope) => !scope.startsWith('patient/') || (RESOURCE_SCOPE.test(scope) && !scope.endsWith('.')),
  );
}

/**
 * What the sandbox grants of a request, in the words of the request: reading and searching only, of the types it serves.
 * What it cannot grant it leaves out, as SMART allows; the app has to look.
 */
export function grantable(requested: readonly string[]): readonly string[] {
  return requested.flatMap((scope) => {
    if (CONTEXT_SCOPES.includes(scope)) return [scope];
    const [, type = '', permission = ''] = RESOURCE_SCOPE.exec(scope) ?? [];
    if (type !== '*' && !SECTIONS.some((section) => section === type)) return [];
    if (permission === 'read') return [scope];
    const letters = permission === '*' ? 'rs' : permission.replace(/[^rs]/g, '');
    return permission === 'write' || letters === '' ? [] : [`patient/${type}.${letters}`];
  });
}

/** Whether a granted scope string lets a token read (`r`) or search (`s`) a type. */
export function permits(granted: string, type: string, action: 'r' | 's'): boolean {
  return granted.split(' ').some((scope) => {
    const [, itsType = '', permission = ''] = RESOURCE_SCOPE.exec(scope) ?? [];
    return (itsType === '*' || itsType === type) && (permission === 'read' || permission.includes(action));
  });
}
