/** Lets one page of this browser do something under a name, and no other until it lets go, or is closed. */
export interface OneAtATime {
  /** Waits for whoever holds it. Returns how to let go. */
  hold(name: string): Promise<() => void>
  /** undefined when another page holds it. */
  holdIfFree(name: string): Promise<(() => void) | undefined>
}

/** By the locks of the browser (Safari 15.4, Chrome 69, Firefox 96); in an older one by a sign of life that each page gives. */
export const oneAtATimeHere: OneAtATime = {
  hold: async (name) => (await request(name, {})) ?? (() => undefined),
  holdIfFree: (name) => request(name, { ifAvailable: true }),
}

function request(name: string, options: LockOptions): Promise<(() => void) | undefined> {
  const { locks } = navigator as Partial<Pick<Navigator, 'locks'>>
  if (!locks) return options.ifAvailable ? holdIfStill(`kinplan/${name}`) : Promise.resolve(giveSigns(`kinplan/${name}`))
  return new Promise((resolve, reject) => {
    locks
      .request(`kinplan/${name}`, options, (lock) => {
        if (lock === null) return resolve(undefined)
        return new Promise<void>((letGo) => resolve(letGo))
      })
      .catch(reject)
  })
}

const signEveryMs = 1_000
/** A page that is hidden gives its signs late. */
const stillMs = 5_000

/** Whoever has given no new sign of life for so long is gone. */
async function holdIfStill(name: string): Promise<(() => void) | undefined> {
  const sign = localStorage.getItem(name)
  if (sign !== null) await new Promise((resolve) => setTimeout(resolve, stillMs))
  return localStorage.getItem(name) === sign ? giveSigns(name) : undefined
}

function giveSigns(name: string): () => void {
  let signs = 0
  const page = String(Math.random())
  const sign = () => localStorage.setItem(name, `${page} ${++signs}`)
  sign()
  const timer = setInterval(sign, signEveryMs)
  return () => {
    clearInterval(timer)
    localStorage.removeItem(name)
  }
}
