import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** packages/ui/dist/page.css with its fonts, for the pages made on the server, which are served from /look/. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/look/',
  envDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: 'src/page.css',
      output: { assetFileNames: (asset) => (asset.names.some((name) => name.endsWith('.css')) ? 'page.css' : '[name]-[hash][extname]') },
    },
  },
})
