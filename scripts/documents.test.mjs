import { InMemoryCache } from '@apollo/client'
import { createHash } from 'node:crypto'
import { parse, print } from 'graphql'
import { describe, expect, it } from 'vitest'
import { trustedOperations, withTypenames } from './documents.mjs'

const source = `
  query FamilyPage($id: ID!) { family(id: $id) { ...Names meetings { ... on Meeting { id } } again: __typename } }
  mutation Add { add { ... on Done { id } ... on Refused { code } } }
  fragment Names on Family { name circle { ...Person } }
  fragment Person on Person { name }
`
const documents = (document) => [{ location: 'a.graphql', document }]

describe('trusted operations', () => {
  it('carry the fragments they use, and those that the fragments use, and no others', () => {
    const [page, add] = trustedOperations(documents(parse(source)))
    expect(page.text).toContain('fragment Names on Family')
    expect(page.text).toContain('fragment Person on Person')
    expect(add.text).not.toContain('fragment')
  })

  it('are known by the SHA-256 of their text', () => {
    for (const { id, text } of trustedOperations(documents(parse(source)))) expect(id).toBe(createHash('sha256').update(text).digest('hex'))
  })

  it('of the staff app are word for word what Apollo Client sends', () => {
    const cache = new InMemoryCache()
    const plain = trustedOperations(documents(parse(source)))
    const staff = trustedOperations(documents(withTypenames(parse(source))))
    for (const { text } of staff) expect(print(cache.transformDocument(parse(text)))).toBe(text)
    for (const { text } of plain) expect(print(cache.transformDocument(parse(text)))).not.toBe(text)
  })

  it('need a name, and fragments that exist', () => {
    expect(() => trustedOperations(documents(parse('{ me }')))).toThrow('a.graphql: an operation needs a name.')
    expect(() => trustedOperations(documents(parse('query A { me { ...Gone } }')))).toThrow('there is no fragment Gone in this app.')
  })
})
