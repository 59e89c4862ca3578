/** open: an empty ring; dot: a ring with a dot; full: filled; half: half filled; struck: a ring with a bar. */
export type MarkState = 'open' | 'dot' | 'full' | 'half' | 'struck'

/** A person's mark around 0,0; the shape alone tells the state. */
export function CircleMark({ state, radius }: { state: MarkState; radius: number }) {
  const r = radius - 1.5
  return (
    <>
      <circle className="mark-ground" r={radius + 3} />
      <circle className={state === 'full' ? 'mark-fill' : 'mark-line'} r={state === 'full' ? radius : r} />
      {state === 'dot' && <circle className="mark-fill" r={radius * 0.38} />}
      {state === 'half' && <path className="mark-fill" d={`M${-r} 0A${r} ${r} 0 0 0 ${r} 0Z`} />}
      {state === 'struck' && <path className="mark-line" d={`M${-r * 0.7} ${r * 0.7}L${r * 0.7} ${-r * 0.7}`} />}
    </>
  )
}

/** The same mark beside a word. */
export function CircleMarkKey({ state }: { state: MarkState }) {
  return (
    <svg className="mark-key" viewBox="-14 -14 28 28" aria-hidden="true">
      <CircleMark state={state} radius={11} />
    </svg>
  )
}
