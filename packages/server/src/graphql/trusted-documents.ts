import { parse, type DocumentNode } from 'graphql'

/** Documents the apps were built with, by the SHA-256 of their text. Nothing else is executed for the outside. */
export interface TrustedDocuments {
  text(id: unknown): string | null
  document(id: unknown): DocumentNode | null
}

export function trustDocuments(manifest: Record<string, string>): TrustedDocuments {
  const parsed = new Map<string, DocumentNode>()
  const text = (id: unknown) => (typeof id === 'string' && Object.hasOwn(manifest, id) ? (manifest[id] ?? null) : null)
  return {
    text,
    document(id) {
      const found = text(id)
      if (found === null) return null
      const document = parsed.get(found) ?? parse(found)
      parsed.set(found, document)
      return document
    },
  }
}
