import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** packages/testkit/dist/story.js: the demo story on its own, which the server loads when asked to. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  envDir: false,
  ssr: { noExternal: [/^@kinplan\//] },
  build: {
    ssr: 'src/story.ts',
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'story.js', format: 'es' } },
  },
})
