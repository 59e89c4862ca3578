import { encode } from 'uqr'
import { qrCodeWords } from './private.copy'

/** The square for the camera of another phone: dark on light in every scheme, or cameras do not read it. */
export function QrCodePicture({ address }: { address: string }) {
  const { data, size } = encode(address, { ecc: 'M', border: 3 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={qrCodeWords.alt} shapeRendering="crispEdges">
      <path className="qr-code-light" d={`M0 0h${size}v${size}h-${size}z`} />
      <path className="qr-code-dark" d={path} />
    </svg>
  )
}
