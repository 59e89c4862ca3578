/** Lets one page of this browser do something under a name, and no other until it lets go, or is closed. */
export interface OneAtATime {
  /** Waits for whoever holds it. Returns how to let go. */
  hold(name: string): Promise<() => void>
  /** undefined when another page holds it. */
  holdIfFree(name: string): Promise<(() => void) | undefined>
}

/** By the locks of the browser (Safari 15.4, Chrome 69, Firefox 96); where there are none, nothing is ever free. */
export const oneAtATimeHere: OneAtATime = {
  hold: async (name) => (await request(name, {})) ?? (() => undefined),
  holdIfFree: (name) => request(name, { ifAvailable: true }),
}

function request(name: string, options: LockOptions): Promise<(() => void) | undefined> {
  if (!navigator.locks) return Promise.resolve(undefined)
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(`kinplan/${name}`, options, (lock) => {
        if (lock === null) return resolve(undefined)
        return new Promise<void>((letGo) => resolve(letGo))
      })
      .catch(reject)
  })
}
