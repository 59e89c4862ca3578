import type { Right } from './rules'

/** A right as GraphQL can spell it. */
type RightName = Right extends infer R ? (R extends `${infer Noun}:${infer Verb}` ? `${Noun}_${Verb}` : never) : never

/** 'plan:agree' as 'plan_agree'. */
export function nameOfRight(right: Right): RightName {
  return right.replace(':', '_') as RightName
}

/** Whether the viewer has a right over what the server sent with its `viewerCan`. The apps ask this and never compare roles. */
export function may({ viewerCan }: { readonly viewerCan: readonly RightName[] }, right: Right): boolean {
  return viewerCan.includes(nameOfRight(right))
}
