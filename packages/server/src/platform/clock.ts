/** The one source of the present moment; passed in everywhere, so that tests and the story choose it. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
