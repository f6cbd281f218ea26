import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { sandboxPlugin } from './src/sandbox/vite-plugin';
import { coldPathsPlugin } from './tools/cold-paths-plugin';
import { knowledgePlugin } from './tools/knowledge-plugin';
import { noticePlugin } from './tools/notice-plugin';
import { policyPlugin } from './tools/policy-plugin';
import { tablesPlugin } from './tools/tables-plugin';

const page = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The modules of these paths that a page imports statically. */
const atOnce = (name: string, test: RegExp) => ({ name, test, tags: ['$initial' as const] });

/** The launch page and the app share these; what stands behind `?!` belongs to one of them alone. */
const SIGN_IN =
  /\/src\/launch\/(?!launch-page|launch\.css|problem-view|grant|session|sweep|idle)|\/fhirclient\/|\/tools\/|preload-helper/;
/** What the printable page shows and the app prints. The handout's modules stay apart from the app's: that page needs them alone. */
const PRINTED = /\/src\/handout\/(HandoutPages|MedicineTables|Qr|Runs|icons|text-width|page-footer|print)\./;
/** The paper's preview with its lines and tools: they come one after the other, as the paper is opened. */
const PAPER =
  /\/src\/workspace\/(Paper|PaperNotices|PrintFooter|LineEditor|HandoutRail|RailLines|ApprovalState|ToldBack|printed-rows)\./;
const APP =
  /\/@(mui|emotion)\/|\/src\/(workspace|review|chart|knowledge|terminology)\/|\/src\/launch\/(grant|session|sweep|idle)/;

export default defineConfig({
  // Relative addresses: a hospital may serve the app from any folder.
  base: './',
  plugins: [
    react(),
    coldPathsPlugin(),
    tablesPlugin(),
    knowledgePlugin(),
    policyPlugin(),
    noticePlugin(),
    sandboxPlugin(),
  ],
  // Drops fhirclient's polyfills for browsers without fetch and AbortController (4 KB gz).
  define: { FHIRCLIENT_PURE: 'true' },
  resolve: {
    alias: {
      debug: page('tools/shims/debug.cjs'),
      'js-base64': page('tools/shims/js-base64.cjs'),
    },
  },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The libraries' licences ask that their notices come along.
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      output: {
        // What is needed at once comes in few files: each is compressed for itself, and small ones compress badly.
        codeSplitting: {
          groups: [
            { ...atOnce('sign-in', SIGN_IN), priority: 3 },
            { ...atOnce('react', /\/node_modules\/(react|react-dom|scheduler)\//), priority: 2 },
            { ...atOnce('app', APP), priority: 1 },
            { name: 'printed', test: PRINTED, priority: 2 },
            { name: 'paper', test: PAPER, priority: 1 },
          ],
        },
      },
      input: { launch: page('launch.html'), index: page('index.html'), print: page('print.html') },
    },
  },
  server: { port: 5173, host: '127.0.0.1' },
  preview: { port: 4173, host: '127.0.0.1' },
});
