/** Draws a sign in the page's fallback font; a device without Chinese draws the same empty box for all of them. */
function drawn(sign: string): string {
  const canvas = document.createElement('canvas')
  canvas.width = 24
  canvas.height = 24
  const brush = canvas.getContext('2d')
  if (!brush) return sign
  brush.font = '20px sans-serif'
  brush.fillText(sign, 1, 20)
  return canvas.toDataURL()
}

/**
 * Fetches a Chinese font only where there is none: a phone on a bad line has its own and needs not a byte. It looks
 * once the page has nothing else to do, so that nobody waits for it before she can write.
 */
export function bringChineseFont(): void {
  if ('requestIdleCallback' in window) requestIdleCallback(look, { timeout: 1500 })
  else setTimeout(look, 500)
}

function look(): void {
  if (drawn('国') === drawn('办')) void import('@fontsource-variable/noto-sans-sc')
}
