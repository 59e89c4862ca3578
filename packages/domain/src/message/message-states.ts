/** How a message stands: it waits to go and is tried again, it went, or it did not go and is not tried again. */
export const messageStates = ['waiting', 'sent', 'failed'] as const
export type MessageState = (typeof messageStates)[number]

export const messageKinds = ['signIn', 'invitation', 'promise', 'review'] as const
export type MessageKind = (typeof messageKinds)[number]

/**
 * How the invitation stands of which somebody was told at `invitedAt`; null where there is none, or it was taken back before it went.
 * `latest` is the last one written to them.
 */
export function invitationState(invitedAt: Date | null, latest: { state: MessageState; createdAt: Date } | undefined): MessageState | null {
  return invitedAt === null || latest === undefined || latest.createdAt < invitedAt ? null : latest.state
}
