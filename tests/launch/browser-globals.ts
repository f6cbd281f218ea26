/*
 * Imported before fhirclient: it looks for a browser once, when it is loaded. With these two it takes the path of the
 * built app (the platform's own fetch, no polyfill); everything else it needs from a window comes from the Page.
 */
Object.assign(globalThis, { window: globalThis, FHIRCLIENT_PURE: 'true' });
