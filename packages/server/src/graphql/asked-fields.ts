import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql'

/**
 * Names of the root fields that an operation asks for, also through fragments; GraphQL's own (`__typename`) are left out. Each fragment is
 * read once, as execution does.
 */
export function askedFields(document: DocumentNode, operation: OperationDefinitionNode): string[] {
  const read = new Set<string>()
  const fieldsOf = ({ selections }: SelectionSetNode): string[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__') ? [] : [selection.name.value]
      if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet)
      const name = selection.name.value
      if (read.has(name)) return []
      read.add(name)
      return document.definitions.flatMap((part) =>
        part.kind === Kind.FRAGMENT_DEFINITION && part.name.value === name ? fieldsOf(part.selectionSet) : [],
      )
    })
  return fieldsOf(operation.selectionSet)
}
