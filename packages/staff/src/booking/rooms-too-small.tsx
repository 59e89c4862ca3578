import { StatusWord } from '@kinplan/ui/status-word'

/** Sentences about rooms that may be too small; nothing where none is. */
export function RoomsTooSmall({ said }: { said: readonly string[] }) {
  return said.map((one) => (
    <p key={one}>
      <StatusWord kind="needs-you">{one}</StatusWord>
    </p>
  ))
}
