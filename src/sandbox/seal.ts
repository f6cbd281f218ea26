import type { Faults } from './faults';
import type { EhrName } from './personalities';

/**
 * Opaque tokens that carry their own content, signed with a key of this sandbox: nothing has to be stored
 * until a token is spent. They hold no dot, because some clients take a dotted token for a JWT.
 */
export interface Sealed {
  readonly launch: Launch;
  readonly code: Grant & {
    readonly redirectUri: string;
    readonly challenge: string;
    readonly nonce?: string;
  };
  readonly access: Grant;
  readonly refresh: Grant;
  readonly page: {
    readonly patient: string;
    readonly type: string;
    readonly query: string;
    readonly offset: number;
  };
}

export interface Launch {
  /** The id as this EHR writes it. */
  readonly patient: string;
  readonly ehr: EhrName;
  readonly faults: Faults;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

export interface Grant extends Launch {
  readonly id: string;
  readonly clientId: string;
  readonly scope: string;
  /** Shared by every token of one sign-in. */
  readonly session: string;
  /** 0 for the tokens of the code, one more after each refresh. */
  readonly generation: number;
}

export interface Seal {
  readonly close: <K extends keyof Sealed>(kind: K, content: Sealed[K]) => Promise<string>;
  /** Undefined when the token is of another kind, of another sandbox, or changed. */
  readonly open: <K extends keyof Sealed>(kind: K, token: string) => Promise<Sealed[K] | undefined>;
}

const MAC_BYTES = 32;

export function createSeal(): Seal {
  let key: Promise<CryptoKey> | undefined;
  const signingKey = (): Promise<CryptoKey> =>
    (key ??= crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']));
  return {
    async close(kind, content) {
      const body = new TextEncoder().encode(JSON.stringify([kind, content]));
      const mac = new Uint8Array(await crypto.subtle.sign('HMAC', await signingKey(), body));
      return base64url(new Uint8Array([...mac, ...body]));
    },
    async open<K extends keyof Sealed>(kind: K, token: string) {
      const bytes = fromBase64url(token);
      if (bytes === undefined || bytes.length <= MAC_BYTES) return undefined;
      const body = bytes.slice(MAC_BYTES);
      const genuine = await crypto.subtle.verify('HMAC', await signingKey(), bytes.slice(0, MAC_BYTES), body);
      if (!genuine) return undefined;
      // The signature proves that `close` wrote it, so the content has the type of its kind.
      const [itsKind, content] = JSON.parse(new TextDecoder().decode(body)) as [string, Sealed[K]];
      return itsKind === kind ? content : undefined;
    },
  };
}

export function base64url(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
}

/** 128 random bits. */
export function randomId(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(16)));
}

/** The S256 transformation of RFC 7636. */
export async function sha256Base64url(text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}
