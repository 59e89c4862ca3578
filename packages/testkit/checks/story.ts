import { refusalCodes } from '@kinplan/domain/refusal'
import { runningServer } from '../src/running-server'
import { storyServer } from '../src/story-server'
import { walkTheWholeWay, type Walked } from './browser-steps'
import { meetRefusals } from './refusal-cases'

/** Fewer refusals read on pages than this, and people made too few mistakes. */
const fewestRead = 10

/**
 * The whole way in Chromium: a new family from being opened to its review, with every mistake on the way; then every refusal at the door.
 * The last line it prints is JSON.
 */
export async function run(): Promise<number> {
  const began = Date.now()
  const walked = await walk()
  const met = await refusalsAtTheDoor()
  const figures = {
    steps: walked.steps,
    passed: walked.passed,
    codes: refusalCodes.length,
    codesMet: met,
    codesInBrowser: walked.codesRead.length,
    seconds: Math.round((Date.now() - began) / 1000),
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  return figures.passed === figures.steps && figures.codesInBrowser >= fewestRead && figures.codesMet === figures.codes ? 0 : 1
}

async function walk(): Promise<Walked> {
  const server = await runningServer({ story: true, clock: { now: () => new Date() } })
  try {
    const walked = await walkTheWholeWay(
      { address: server.config.address, outbox: server.config.outbox, minutePasses: server.minutePasses },
      (line) => void process.stderr.write(`${line}\n`),
    )
    const { failure } = walked
    if (failure) {
      const why = failure.error instanceof Error ? failure.error.stack : String(failure.error)
      process.stderr.write(`Not passed: ${failure.step}. Pictures of every window: ${failure.pictures}\n${why}\n`)
    }
    return walked
  } finally {
    await server.close()
  }
}

/** How many codes the door answered with, each having changed nothing. */
async function refusalsAtTheDoor(): Promise<number> {
  const server = await storyServer()
  try {
    const met = await meetRefusals(server)
    for (const one of met)
      if (!one.met || !one.unchanged)
        process.stderr.write(`Not met: ${one.code}${one.unchanged ? '' : ', and it changed something'}: ${one.instead}\n`)
    return met.filter((one) => one.met && one.unchanged).length
  } finally {
    await server.drop()
  }
}
