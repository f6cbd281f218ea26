import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { sandboxPlugin } from './src/sandbox/vite-plugin';
import { knowledgePlugin } from './tools/knowledge-plugin';
import { noticePlugin } from './tools/notice-plugin';
import { policyPlugin } from './tools/policy-plugin';
import { tablesPlugin } from './tools/tables-plugin';

const page = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  // Relative addresses: a hospital may serve the app from any folder.
  base: './',
  plugins: [react(), tablesPlugin(), knowledgePlugin(), policyPlugin(), noticePlugin(), sandboxPlugin()],
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
      input: { launch: page('launch.html'), index: page('index.html'), print: page('print.html') },
    },
  },
  server: { port: 5173, host: '127.0.0.1' },
  preview: { port: 4173, host: '127.0.0.1' },
});
