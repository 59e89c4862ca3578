import type { Operation } from './operation'

/**
 * Loads something once an operation, however many fields ask for it. The name says what and of which row;
 * a mutation forgets everything between its work and its answer.
 */
export function loadOnce<T>(op: Operation, name: string, load: () => Promise<T>): Promise<T> {
  const known = op.loaded.get(name) as Promise<T> | undefined
  if (known) return known
  const loading = load()
  op.loaded.set(name, loading)
  return loading
}
