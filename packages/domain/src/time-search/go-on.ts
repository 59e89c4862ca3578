/** Asked before each step of a search: no means that it gives the best that it has found. */
export type GoOn = () => boolean

export const always: GoOn = () => true
