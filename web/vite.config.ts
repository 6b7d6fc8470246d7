import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const server = process.env.COCKPIT_SERVER ?? 'http://localhost:4000';
const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What the frame around every page stands on. A page's own modules would come along for nothing. */
const isNeededFirst = new RegExp(
  [
    'web/src/graph/(failure|graph-context|request-headers|pause-before)\\.',
    'web/src/theme/theme',
    'web/src/session/(session-watch|session-ended)\\.',
    'web/src/frame/(brand|destinations|commands-button-shape|menu-button-shape|viewer-context)\\.',
    'web/src/controls/(page|breadcrumbs|icon|button)\\.',
    'web/src/states/(failure-note|loading|skeleton)\\.',
  ].join('|'),
);

export default defineConfig({
  plugins: [react(), tailwindcss()],
  // RxJS comes with its classes as classes under this condition, and as ES5 with helpers without.
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  build: {
    target: 'es2023',
    // Every browser that runs es2023 preloads modules by itself.
    modulePreload: { polyfill: false },
    // Monaco, in GraphiQL's own entry, is the only chunk above this; it is never loaded by the cockpit.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // GraphiQL's files carry React Compiler directives ("use no memo"), which mean nothing once compiled.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
      // The first chunk names every other one; what stands in their hashes cannot be compressed. 42 bits tell them apart.
      output: {
        chunkFileNames: 'assets/[name]-[hash:7].js',
        // What every visit needs is one file: thirty small ones compress worse, each by itself.
        codeSplitting: { groups: [{ name: 'first', test: isNeededFirst, includeDependenciesRecursively: false }] },
      },
      input: { index: page('index.html'), graphiql: page('graphiql.html') },
    },
  },
  server: {
    proxy: {
      '/graphql': { target: server, ws: true },
      '/api': server,
      '/uploads': server,
      '/files': server,
      '/vitals': server,
    },
  },
});
