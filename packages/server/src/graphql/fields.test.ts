import { graphql, lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql'
import { Arg, buildSchema, Field, InputType, ObjectType, Query, Resolver } from 'type-graphql'
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { enumOf } from '../access/enum.graphql'
import { described, fields, flag, id, list, moreFields, nullable, text, whole } from '../access/fields.graphql'

const Fruit = enumOf('Fruit', ['apple', 'pear'])

@ObjectType()
class Seed extends fields({ id }) {}

@ObjectType()
class Tree extends fields({
  id,
  height: whole,
  inLeaf: described(flag, 'It has leaves.'),
  fruit: nullable(Fruit),
  names: list(text),
  seeds: described(nullable(list(Seed)), 'What it grew from.'),
  first: Seed,
}) {
  ownerId: string
  @Field(() => [Tree])
  beside: Tree[]
}

@ObjectType()
class TallTree extends moreFields(Tree, { steps: nullable(whole) }) {}

@InputType()
class SeedInput extends fields({ name: text, fruit: Fruit }) {}

@InputType()
class TreeInput extends fields({ id: nullable(id), seeds: list(SeedInput) }) {}

@InputType()
class TallTreeInput extends moreFields(TreeInput, { steps: whole }) {}

@Resolver()
class TreeResolver {
  @Query(() => TallTree, { nullable: true })
  tree(@Arg('input', () => TallTreeInput) { steps, seeds }: TallTreeInput) {
    const first = { id: seeds[0] instanceof SeedInput ? seeds[0].name : 'no seed' }
    return { id: 'oak', height: 9, inLeaf: true, fruit: seeds[0]?.fruit, names: [], seeds: null, first, beside: [], steps }
  }
}

let schema: GraphQLSchema
beforeAll(async () => {
  schema = await buildSchema({ resolvers: [TreeResolver], validate: false })
})

describe('fields stated once', () => {
  it('are in the contract as stated, with those of the class above, and without what the class keeps to itself', () => {
    expect(printSchema(lexicographicSortSchema(schema))).toBe(
      `
enum Fruit {
  apple
  pear
}

type Query {
  tree(input: TallTreeInput!): TallTree
}

type Seed {
  id: ID!
}

input SeedInput {
  fruit: Fruit!
  name: String!
}

type TallTree {
  beside: [Tree!]!
  first: Seed!
  fruit: Fruit
  height: Int!
  id: ID!

  """It has leaves."""
  inLeaf: Boolean!
  names: [String!]!

  """What it grew from."""
  seeds: [Seed!]
  steps: Int
}

input TallTreeInput {
  id: ID
  seeds: [SeedInput!]!
  steps: Int!
}

type Tree {
  beside: [Tree!]!
  first: Seed!
  fruit: Fruit
  height: Int!
  id: ID!

  """It has leaves."""
  inLeaf: Boolean!
  names: [String!]!

  """What it grew from."""
  seeds: [Seed!]
}`.trim(),
    )
  })

  it('are read and given', async () => {
    const source =
      '{ tree(input: { steps: 3, seeds: [{ name: "acorn", fruit: apple }] }) { id height fruit names seeds { id } first { id } steps } }'
    const { data, errors } = await graphql({ schema, source })
    expect(errors).toBeUndefined()
    expect(data?.tree).toEqual({ id: 'oak', height: 9, fruit: 'apple', names: [], seeds: null, first: { id: 'acorn' }, steps: 3 })
  })

  it('have the types in code that they have in the contract', () => {
    expectTypeOf<Pick<TallTree, keyof TallTree>>().toEqualTypeOf<{
      id: string
      height: number
      inLeaf: boolean
      fruit: 'apple' | 'pear' | null
      names: string[]
      seeds: Seed[] | null
      first: Seed
      ownerId: string
      beside: Tree[]
      steps: number | null
    }>()
    expectTypeOf<TallTreeInput['seeds'][number]['fruit']>().toEqualTypeOf<'apple' | 'pear'>()
  })

  it('do not compile with another type', () => {
    const seed = new Seed()
    // @ts-expect-error An id is no number.
    seed.id = 1
    // @ts-expect-error Not null unless stated.
    seed.id = null
    expect(seed.id, 'Only the compiler holds it').toBeNull()
    // @ts-expect-error No such field.
    void seed.name
    // @ts-expect-error No such word of the enum.
    new SeedInput().fruit = 'plum'
    // @ts-expect-error A list has no nulls.
    list(nullable(text))
    // @ts-expect-error What is said of a field comes last.
    nullable(described(text, 'Words.'))
    // @ts-expect-error Not a type of the API.
    fields({ grown: Date.now })

    class Row implements Pick<Seed, 'id'> {
      // @ts-expect-error The row has another type than the field.
      id: number
    }
    void Row
  })
})
