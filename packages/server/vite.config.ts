import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/**
 * packages/server/dist/main.js, search-thread.js for its threads, and verify-record.js for its operator, for Node 24. Packages from npm
 * stay outside it; ours go in.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  envDir: false,
  ssr: { noExternal: [/^@kinplan\//] },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { main: 'src/main.ts', 'verify-record': 'src/verify-record.ts', 'search-thread': 'src/booking/search-thread.ts' },
      output: { entryFileNames: '[name].js', format: 'es' },
    },
  },
})
