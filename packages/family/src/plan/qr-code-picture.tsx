import { encode } from 'uqr'
import { squareWords } from './private.copy'

/** The square for the camera of another phone: dark on light in every scheme, or cameras do not read it. */
export function SquarePicture({ address }: { address: string }) {
  const { data, size } = encode(address, { ecc: 'M', border: 3 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg className="square" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={squareWords.alt} shapeRendering="crispEdges">
      <path className="square-light" d={`M0 0h${size}v${size}h-${size}z`} />
      <path className="square-dark" d={path} />
    </svg>
  )
}
