import makeQr from 'qrcode-generator'

const cell = 5
const margin = 4

/** A QR code drawn as one shape. */
export function QrCode({ text }: { text: string }) {
  const code = makeQr(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const squares: string[] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (code.isDark(row, column)) squares.push(`M${column + margin} ${row + margin}h1v1h-1z`)
    }
  }
  const side = size + 2 * margin
  return (
    <svg width={side * cell} height={side * cell} viewBox={`0 0 ${side} ${side}`} role="img" aria-label="QR">
      <rect width={side} height={side} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  )
}
