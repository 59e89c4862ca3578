import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** One file, packages/server/dist/main.js, for Node 24. Packages from npm stay outside it; ours go in. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  envDir: false,
  ssr: { noExternal: [/^@kinplan\//] },
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'main.js', format: 'es' } },
  },
})
