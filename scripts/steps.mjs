/**
 * Runs one long step and says on the terminal how it goes: a line at the start, one every ten seconds, one at the end.
 * A step that answers 'unchanged' had nothing to do.
 */
export async function step(name, work) {
  const started = Date.now()
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`
  console.log(`· ${name} …`)
  const ticking = setInterval(() => console.log(`  still at it, ${seconds()}`), 10_000)
  try {
    const outcome = await work()
    console.log(outcome === 'unchanged' ? '  nothing new' : `  done in ${seconds()}`)
    return outcome
  } finally {
    clearInterval(ticking)
  }
}

/** A failure that the person at the terminal can mend: shown as its one sentence, without a stack. */
export class PlainFailure extends Error {}

/** Ends the process with the exit code of `main`, or with 1 and one sentence (or the stack, where it is a fault of ours). */
export function endWith(main) {
  main.then(
    (code) => process.exit(code),
    (fault) => {
      console.error(fault instanceof PlainFailure ? fault.message : fault)
      process.exit(1)
    },
  )
}
