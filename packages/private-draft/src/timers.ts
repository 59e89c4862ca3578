/** Runs something later. Passed in, so that no test waits for a clock. Returns how to call it off. */
export type After = (milliseconds: number, run: () => void) => () => void

export const deviceAfter: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
