/** A stretch of instants in ms, the end not included. */
export type Block = { readonly startMs: number; readonly endMs: number }
