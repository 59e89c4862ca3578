import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** packages/server/dist/main.js, and search-thread.js for its threads, for Node 24. Packages from npm stay outside it; ours go in. */
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
      input: { main: 'src/main.ts', 'search-thread': 'src/booking/search-thread.ts' },
      output: { entryFileNames: '[name].js', format: 'es' },
    },
  },
})
