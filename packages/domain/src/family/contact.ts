import { contactKinds, type ContactKind } from './circle'

/** A way of reaching somebody, with the mark that was written beside it. */
interface ContactMark {
  kind: ContactKind
  value: string
  safeToUse: boolean
}

const mailAddress = /[^\s<>,;"]+@[^\s<>,;"]+/
/** Digits as people part them; letters, a slash or a comma end the number. */
const number = /\+?\d[\d\s().\-\u2010-\u2015]*/
const nothingButNumber = new RegExp(`^${number.source}$`)
const fewestDigits = 7

/**
 * What two contact points have in common that reach the same: an e-mail address without its capitals, a telephone number without what parts
 * its digits and with or without the country in front (+44, 0044 or 44 for a British one), words without their capitals and spaces.
 */
export function contactKey(kind: ContactKind, value: string): string {
  const plain = value.normalize('NFKC').trim().toLowerCase()
  const mail = kind === 'address' ? undefined : mailAddress.exec(plain)?.[0]
  if (mail !== undefined) return mail.replace(/^mailto:/, '')
  const found = kind === 'phone' ? number.exec(plain)?.[0] : nothingButNumber.exec(plain)?.[0]
  const digits = found?.replaceAll(/\D/g, '') ?? ''
  if (found === undefined || digits.length < fewestDigits) return plain.replaceAll(/[\s.,]+/g, ' ').trim()
  return nationalNumber(found.startsWith('+') ? `00${digits}` : digits)
}

/** British numbers begin with one 0, others with 00 and their country. */
function nationalNumber(digits: string): string {
  const british = /^(?:0044|44)0?([1-9]\d{8,9})$/.exec(digits)
  return british === null ? digits : `0${british[1]}`
}

/** The points that reach the same as this one. */
export function sameContact<Point extends ContactMark>(
  points: readonly Point[],
  { kind, value }: Pick<ContactMark, 'kind' | 'value'>,
): Point[] {
  const key = contactKey(kind, value)
  return points.filter((point) => contactKey(point.kind, point.value) === key)
}

/**
 * The points of one family, each with the one mark that its number or address has there. All points that reach the same are marked
 * together; where two do not agree, it is not safe.
 */
export function withOneMark<Point extends ContactMark>(points: readonly Point[]): Point[] {
  const unsafe = new Set(points.flatMap(({ kind, value, safeToUse }) => (safeToUse ? [] : [contactKey(kind, value)])))
  return points.map((point) => ({ ...point, safeToUse: !unsafe.has(contactKey(point.kind, point.value)) }))
}

/** The points over which something may be sent to somebody, the quickest first: those that are safe, a postal address among them. */
export function safeWays<Point extends ContactMark & { personId: string }>(points: readonly Point[], personId: string): Point[] {
  const safe = points.filter((point) => point.personId === personId && point.safeToUse)
  return contactKinds.flatMap((kind) => safe.filter((point) => point.kind === kind))
}

/** Whether something can be sent to somebody; `points` are those of the family that have not ended, with the one mark of each. */
export function canBeReached(points: readonly (ContactMark & { personId: string })[], personId: string): boolean {
  return safeWays(points, personId).length > 0
}
