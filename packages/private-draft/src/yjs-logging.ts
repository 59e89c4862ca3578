/**
 * In the place of lib0/logging, through which Yjs warns in a console: nothing of a draft belongs there, and its painter
 * of consoles weighs 3 KB. The names are those that Yjs uses.
 */
export const print = (): void => undefined
export const warn = (): void => undefined
export const BOLD = ''
export const UNBOLD = ''
export const ORANGE = ''
export const RED = ''
