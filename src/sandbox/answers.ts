import type { Json } from './json';

const NO_STORE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export function jsonAnswer(
  body: Json,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...NO_STORE, ...headers },
  });
}

export function fhirAnswer(
  body: Json,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return jsonAnswer(body, status, { 'content-type': 'application/fhir+json; charset=utf-8', ...headers });
}

/** A refusal in FHIR's own form; `code` is one of https://hl7.org/fhir/R4/valueset-issue-type.html */
export function outcome(
  status: number,
  code: string,
  diagnostics: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const issue = [{ severity: 'error', code, diagnostics }];
  return fhirAnswer({ resourceType: 'OperationOutcome', issue }, status, headers);
}

export function textAnswer(
  body: string,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, {
    headers: { 'content-type': `${type}; charset=utf-8`, ...NO_STORE, ...headers },
  });
}

export function redirect(address: string, status: 302 | 303): Response {
  return new Response(null, { status, headers: { location: address, ...NO_STORE } });
}
