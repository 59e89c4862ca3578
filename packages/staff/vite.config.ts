import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The server that npm run dev runs beside this one. It answers only to pages of its own address, so the proxy names that. */
const server = `http://localhost:${process.env.PORT ?? 4000}`
const toServer = { target: server, changeOrigin: true, headers: { origin: server } }

/** The workers' app, under /staff/. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/staff/',
  envDir: false,
  plugins: [react()],
  resolve: { dedupe: ['react', 'react-dom', 'graphql'] },
  server: {
    port: 4002,
    strictPort: true,
    proxy: { '/graphql': { ...toServer, ws: true, rewriteWsOrigin: true }, '/p': toServer, '/auth': toServer },
  },
  build: { outDir: 'dist', emptyOutDir: true, manifest: true, sourcemap: true, license: { fileName: 'licences.md' }, target: 'es2022' },
})
