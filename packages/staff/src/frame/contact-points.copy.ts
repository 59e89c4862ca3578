import type { ContactKind } from '@kinplan/domain/family/circle'

export const contactWords = {
  kinds: { phone: 'Phone', email: 'Email', address: 'Address' } satisfies Record<ContactKind, string>,
  safe: 'Safe to use',
  notSafe: 'Not safe to use',
  none: 'Nothing written down yet',
  hidden: 'You may not read this.',
  safeSince: (reason: string, day: string) => `Safe since a talk on ${day}: ${reason}`,
}
