import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { buildSchema } from 'type-graphql'
import { AccountResolver } from '../account/account.resolver'
import { TeamResolver } from '../account/team.resolver'
import { AllocationResolver, FamilyResolver, PersonResolver } from '../family/family.resolver'

/** The whole contract. */
export function buildContract(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [AccountResolver, TeamResolver, FamilyResolver, PersonResolver, AllocationResolver],
    validate: false,
  })
}
