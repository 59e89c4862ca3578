const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An id as the database writes them: a UUID in small letters. */
export function isId(text: string): boolean {
  return uuid.test(text)
}
