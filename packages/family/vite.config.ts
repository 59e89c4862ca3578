import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import oldest from './oldest-browsers.json' with { type: 'json' }

/** The server that npm run dev runs beside this one. It answers only to pages of its own address, so the proxy names that. */
const server = `http://localhost:${process.env.PORT ?? 4000}`
const toServer = { target: server, changeOrigin: true, headers: { origin: server } }

/**
 * The family's app, under /f/. Built for the browsers named in oldest-browsers.json: Android phones that take updates, iPhones
 * from the 6s on.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/f/',
  envDir: false,
  plugins: [react()],
  resolve: {
    dedupe: ['react', 'react-dom', 'yjs'],
    alias: { 'lib0/logging': fileURLToPath(new URL('../private-draft/src/yjs-logging.ts', import.meta.url)) },
  },
  server: {
    port: 4001,
    strictPort: true,
    proxy: { '/graphql': { ...toServer, ws: true, rewriteWsOrigin: true }, '/p': toServer, '/auth': toServer },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    sourcemap: true,
    license: { fileName: 'licences.md' },
    target: Object.entries(oldest).map(([browser, version]) => `${browser}${version}`),
    // From these on margins and padding have inline sides; below, each becomes a stronger rule for a list of languages, which
    // overrules others and ignores `dir`.
    cssTarget: ['chrome69', 'firefox67', 'safari12.1'],
    modulePreload: { polyfill: false },
  },
})
