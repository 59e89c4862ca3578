import type { Tie } from './rules'

/** As what a worker looked. */
export const lookRoles = ['socialWorker', 'coordinator', 'supervisor', 'brokeGlass'] as const satisfies readonly Tie[]
export type LookRole = (typeof lookRoles)[number]

/** What of a person a worker looked at, as the person is told. Which rights these are stands in the database: my_looks(). */
export const lookAbouts = ['family', 'contact', 'hours', 'meeting', 'plan', 'answers', 'promises'] as const
export type LookAbout = (typeof lookAbouts)[number]
