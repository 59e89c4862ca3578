/** How long somebody may read a family that is not theirs, in an emergency. The database holds the same. */
export const breakGlassMinutes = 60
/** What a supervisor finds when they look at it afterwards. */
export const breakGlassFindings = ['right', 'notRight'] as const
export type BreakGlassFinding = (typeof breakGlassFindings)[number]
