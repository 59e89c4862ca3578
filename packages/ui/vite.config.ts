import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** packages/ui/dist/page.css with its fonts, and leave-form.js, for the pages made on the server, which are served from /look/. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/look/',
  envDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The phones for which the family's app is built.
    target: ['chrome74', 'firefox79', 'safari14'],
    cssTarget: ['chrome69', 'firefox67', 'safari12.1'],
    modulePreload: false,
    rolldownOptions: {
      input: ['src/page.css', 'src/leave-form.ts'],
      output: {
        entryFileNames: '[name].js',
        assetFileNames: (asset) => (asset.names.some((name) => name.endsWith('.css')) ? 'page.css' : '[name]-[hash][extname]'),
      },
    },
  },
})
