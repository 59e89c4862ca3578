/** Apart from the draft itself, so that the first page of the app need not fetch all that a draft is made of. */
let isUnsaved = (): boolean => false

/** The draft says how to ask whether it holds words that are nowhere but here. */
export function tellUnsavedWords(ask: () => boolean): void {
  isUnsaved = ask
}

/** Words that are nowhere but here. */
export function hasUnsavedWords(): boolean {
  return isUnsaved()
}
