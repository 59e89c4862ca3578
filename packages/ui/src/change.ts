/** What both apps say of a change that is sent to the server. Types alone: nothing of this file reaches a phone. */

/**
 * Why something was not done, or not shown.
 * - refused: the server said why, and of which field
 * - lost: no answer came
 * - outOfStep: the server does not know this app's question; the page must be loaded again
 * - tooMuch: more was sent than the server takes
 * - fault: our side, with the reference under which it was written down where there is one
 */
export type Trouble<Code extends string> =
  | { readonly kind: 'refused'; readonly code: Code; readonly field: string | null }
  | { readonly kind: 'lost' }
  | { readonly kind: 'outOfStep' }
  | { readonly kind: 'tooMuch' }
  | { readonly kind: 'fault'; readonly reference: string | null }

/** One change of one kind, with everything that can go wrong. */
export interface Change<Done, Variables, Code extends string> {
  /** Sends it; gives what was done, or null when it was not, and then `trouble` says why. */
  run(variables: Variables): Promise<Done | null>
  /** Sends the same once more after a lost connection, under the same key: it is done once, whatever had arrived. */
  again(): Promise<Done | null>
  readonly busy: boolean
  readonly trouble: Trouble<Code> | null
}
