import { graphql, printSchema, type GraphQLSchema } from 'graphql'
import { Arg, buildSchema, ObjectType, Query, Resolver } from 'type-graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { fields, flag, nullable, text, whole } from '../access/fields.graphql'
import { seen } from '../access/mutate'
import { mutationOf, Refused, resultOf } from '../access/refused.graphql'

@ObjectType()
class Tree extends fields({ height: whole }) {
  ownerId: string
}

const PlantResult = resultOf('Plant', { tree: Tree, words: nullable(text) })
const FellResult = resultOf('Fell', { felled: flag })

@Resolver()
class TreeResolver {
  @Query(() => Boolean)
  wood(): boolean {
    return true
  }

  @mutationOf(PlantResult, { description: 'Digs a hole for it.' })
  async plant(@Arg('height', () => Number) height: number) {
    return height < 1 ? Refused.because('wordsMissing', 'height') : { tree: { height, ownerId: 'o' }, words: null }
  }

  @mutationOf(FellResult)
  fell(): Promise<Refused> {
    return Promise.resolve(Refused.because('notYours', null))
  }

  // @ts-expect-error The result has a tree and words.
  @mutationOf(PlantResult)
  async plantNothing() {
    return {}
  }

  // @ts-expect-error A height is a number.
  @mutationOf(PlantResult)
  async plantWords() {
    return { tree: { height: 'tall', ownerId: 'o' }, words: null }
  }

  // @ts-expect-error The tree is never null.
  @mutationOf(PlantResult)
  async plantNull() {
    return { tree: null, words: null }
  }

  // @ts-expect-error What the API does not show must be there too: fields are resolved from it.
  @mutationOf(PlantResult)
  async plantUnowned() {
    return { tree: { height: 1 }, words: null }
  }
}

let schema: GraphQLSchema
beforeAll(async () => {
  schema = await buildSchema({ resolvers: [TreeResolver], validate: false })
})

const send = (mutation: string) => graphql({ schema, source: `mutation { ${mutation} }` })

describe("a mutation's result", () => {
  it('is what was asked, done, or the refusal', async () => {
    const asked = '{ __typename ... on PlantDone { tree { height } words } ... on Refused { code field } }'
    expect((await send(`plant(height: 3) ${asked}`)).data?.plant).toEqual({ __typename: 'PlantDone', tree: { height: 3 }, words: null })
    expect((await send(`plant(height: 0) ${asked}`)).data?.plant).toEqual({ __typename: 'Refused', code: 'wordsMissing', field: 'height' })
  })

  it('has its fields in the contract as they were stated', () => {
    const contract = printSchema(schema)
    expect(contract).toContain('type PlantDone {\n  tree: Tree!\n  words: String\n}')
    expect(contract).toContain('union PlantResult = PlantDone | Refused')
    expect(contract).toContain('union FellResult = FellDone | Refused')
    expect(contract).toContain('"""Digs a hole for it."""\n  plant(height: Float!): PlantResult!')
  })

  it('is a fault where whoever did it may not see what came of it', async () => {
    expect(await seen(Promise.resolve('a tree'))).toBe('a tree')
    await expect(seen(Promise.resolve(null))).rejects.toThrow('may not see')
  })
})
