import type { Plugin } from 'vite';

/** Emotion's production mode adds one empty style element and fills it by script: the hash of the empty string permits exactly that. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
const CHARSET = '<meta charset="utf-8" />';

/** What is the same at every site; what a page may reach is added by the two functions below. */
const BASE = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src-elem 'self' ${EMPTY_STYLE}`,
  "style-src-attr 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
] as const;

/**
 * The policy inside each page. Policies intersect, so it must not narrow what a site's own header permits:
 * any https EHR, and the app's own origin. `frame-ancestors` does not work in a meta element.
 */
export function pagePolicy(): string {
  return [...BASE, "connect-src 'self' https:"].join('; ');
}

/**
 * The policy of the response header, narrow: the EHRs of this installation only.
 *
 * @param fhirOrigins origins of FHIR and token endpoints
 * @param frameOrigins origins whose pages show the app in a frame
 */
export function headerPolicy(fhirOrigins: readonly string[], frameOrigins: readonly string[]): string {
  const sources = (origins: readonly string[]): string => ["'self'", ...origins].join(' ');
  return [...BASE, `connect-src ${sources(fhirOrigins)}`, `frame-ancestors ${sources(frameOrigins)}`].join(
    '; ',
  );
}

/**
 * The production policy: in a build each page carries it, and `vite preview` sends the headers of a real installation whose
 * EHR is the sandbox on the same origin. The development server goes without: it needs inline scripts.
 *
 * No Cross-Origin-Opener-Policy: the printable page asks its opener for the handout.
 */
export function policyPlugin(): Plugin {
  let building = false;
  return {
    name: 'backsafe:policy',
    configResolved(config) {
      building = config.command === 'build';
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename }) {
        if (!building) return html;
        // Before everything that the policy governs; after the charset, which must stand in the first kilobyte.
        if (!html.includes(CHARSET)) throw new Error(`${filename} has no ${CHARSET}`);
        return html.replace(
          CHARSET,
          `${CHARSET}\n    <meta http-equiv="Content-Security-Policy" content="${pagePolicy()}" />`,
        );
      },
    },
    configurePreviewServer(server) {
      const policy = headerPolicy([], []);
      server.middlewares.use((request, response, next) => {
        response.setHeader('Content-Security-Policy', policy);
        response.setHeader('X-Content-Type-Options', 'nosniff');
        response.setHeader('Referrer-Policy', 'no-referrer');
        const path = (request.url ?? '/').replace(/\?.*$/, '');
        if (path.endsWith('/') || path.endsWith('.html')) {
          // Vite marks pages `no-cache` after this; the browser would then keep a patient's page for the Back button.
          const setHeader = response.setHeader.bind(response);
          response.setHeader = (name, value) =>
            setHeader(name, name.toLowerCase() === 'cache-control' ? 'no-store' : value);
        }
        next();
      });
    },
  };
}
