import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { findProjectRoot } from '@kinplan/server/platform/project-root'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const family = join(findProjectRoot(), 'packages/family')

/** The page with one field of the draft, as the family's app has it, on this machine alone. */
export async function serveFieldPage(): Promise<{ address: string; close: () => void }> {
  const built = await build({
    root: family,
    configFile: false,
    envFile: false,
    logLevel: 'error',
    plugins: [react()],
    resolve: { dedupe: ['react', 'react-dom', 'yjs'] },
    build: { write: false, minify: false, rolldownOptions: { input: join(family, 'src/plan/field-page-for-tests.tsx') } },
  })
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  const script = outputs.find((one) => one.type === 'chunk' && one.isEntry)
  if (script?.type !== 'chunk') throw new Error('The page of the field was not built')
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js'
    response.setHeader('content-type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8')
    response.end(isScript ? script.code : '<!doctype html><div id="root"></div><script type="module" src="/page.js"></script>')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() }
}
