import { base64url } from './seal';

/** The clinician who is signed in to the sandbox. */
export const CLINICIAN = {
  resourceType: 'Practitioner',
  id: 'sandbox-clinician',
  active: true,
  name: [{ use: 'official', family: 'Hartmann', given: ['Alex'], suffix: ['MD'] }],
} as const;
export const CLINICIAN_NAME = 'Alex Hartmann, MD';

export interface Identity {
  /** A signed OpenID Connect id_token (ES256). Times in seconds since 1970. */
  readonly idToken: (claims: Readonly<Record<string, string | number>>) => Promise<string>;
  readonly keys: () => Promise<{ readonly keys: readonly object[] }>;
}

const KEY_ID = 'sandbox-1';

export function createIdentity(): Identity {
  let pair: Promise<CryptoKeyPair> | undefined;
  const keyPair = (): Promise<CryptoKeyPair> =>
    (pair ??= crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']));
  const part = (value: object): string => base64url(new TextEncoder().encode(JSON.stringify(value)));
  return {
    async idToken(claims) {
      const body = `${part({ alg: 'ES256', typ: 'JWT', kid: KEY_ID })}.${part(claims)}`;
      const { privateKey } = await keyPair();
      const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
      const signature = await crypto.subtle.sign(algorithm, privateKey, new TextEncoder().encode(body));
      return `${body}.${base64url(new Uint8Array(signature))}`;
    },
    async keys() {
      const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', (await keyPair()).publicKey);
      return { keys: [{ kty, crv, x, y, kid: KEY_ID, use: 'sig', alg: 'ES256' }] };
    },
  };
}
