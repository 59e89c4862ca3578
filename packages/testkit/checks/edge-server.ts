import { start } from '@kinplan/server/start'
import { trustDocuments, type TrustedDocuments } from '@kinplan/server/graphql/trusted-documents'
import { createLogger } from '@kinplan/server/platform/logger'
import { readConfig } from '@kinplan/server/platform/config'
import { parse } from 'graphql'

/**
 * What the process is told: the moment at which its clock stands still, or that it runs; how far it jumps, and when after the start; and
 * whether the server is composed with holes.
 */
export interface Serving {
  now: string
  jump?: { ms: number; afterMs: number }
  planted: boolean
}

/** Documents of the planted server that are no documents. */
export const plants = { fault: 'planted fault', crash: 'planted crash', slow: 'planted slowness' } as const

/** How long the planted slowness stops everybody, in milliseconds. */
const slowMs = 400

/**
 * A server in a process of its own, as `main.ts` starts it from the environment, until SIGTERM. Planted, it executes any document that it
 * is sent in the place of an id, and breaks in three ways where it is asked to.
 */
export async function run([text = '']: string[]): Promise<number> {
  const { planted, ...told } = JSON.parse(text) as Serving
  const trust = planted ? (manifest: Record<string, string>) => withHoles(trustDocuments(manifest)) : trustDocuments
  const running = await start(readConfig(process.env), { now: clockOf(told) }, createLogger('warn'), trust)
  await new Promise((resolve) => process.once('SIGTERM', resolve))
  await running.close()
  return 0
}

function clockOf({ now, jump }: Pick<Serving, 'now' | 'jump'>): () => Date {
  const jumpsAt = performance.now() + (jump?.afterMs ?? 0)
  return () => {
    const ahead = jump !== undefined && performance.now() >= jumpsAt ? jump.ms : 0
    return new Date((now === 'runs' ? Date.now() : Date.parse(now)) + ahead)
  }
}

function withHoles(honest: TrustedDocuments): TrustedDocuments {
  const text = (id: unknown) => honest.text(id) ?? (typeof id === 'string' ? id : null)
  return {
    text,
    document(id) {
      if (id === plants.fault) throw new Error('Planted')
      if (id === plants.crash) process.exit(1)
      if (id === plants.slow) {
        const until = performance.now() + slowMs
        while (performance.now() < until);
        return null
      }
      try {
        return honest.document(id) ?? parse(text(id) ?? '')
      } catch {
        return null
      }
    },
  }
}
