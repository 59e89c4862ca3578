import * as Y from 'yjs'
import { isDraftRoot } from './draft-shape'

/** `next`: the clock at which this device's following update must start. */
type JudgedUpdate = { readonly fits: true; readonly next: number } | { readonly fits: false }

/**
 * Whether an update may be applied: every struct is the device's own, they follow on without a gap or an overlap, they
 * point only backwards in their own device's writing, and hold only what a draft is made of. Otherwise two phones could
 * differ for ever with equal state vectors. Depends on nothing but the device's envelopes, so every phone judges alike.
 */
export function judgeUpdate(update: Uint8Array, client: number, next: number): JudgedUpdate {
  const structs = decodeStructs(update)
  if (!structs) return { fits: false }
  let clock = next
  for (const struct of structs) {
    if (struct.id.client !== client || struct.id.clock !== clock || struct.length < 1) return { fits: false }
    if (!isDraftStruct(struct)) return { fits: false }
    clock += struct.length
  }
  return { fits: true, next: clock }
}

function decodeStructs(update: Uint8Array): readonly (Y.Item | Y.GC | Y.Skip)[] | undefined {
  try {
    return Y.decodeUpdate(update).structs
  } catch {
    return undefined
  }
}

function isDraftStruct(struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (!(struct instanceof Y.Item)) return false
  const parent: unknown = struct.parent
  if (typeof parent === 'string' && !isDraftRoot(parent)) return false
  const pointsAt = [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null]
  if (pointsAt.some((id) => id && id.client === struct.id.client && id.clock >= struct.id.clock)) return false
  return isDraftContent(struct.content)
}

function isDraftContent(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentString) return true
  if (content instanceof Y.ContentAny) return content.arr.every((value: unknown) => typeof value === 'string')
  if (!(content instanceof Y.ContentType)) return false
  const type: unknown = content.type
  return [Y.Map, Y.Text, Y.Array].some((known) => (type as object).constructor === known)
}
