import qrcode from 'qrcode-generator'
import type { Markup } from './html.ts'

export function drawQr(address: string): Markup {
  const code = qrcode(0, 'M')
  code.addData(address)
  code.make()
  return { markup: code.createSvgTag({ cellSize: 3, margin: 2, scalable: true }) }
}
