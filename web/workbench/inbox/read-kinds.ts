/** A forwarded chat as the channel writes it down: a title, then a line each with speaker and time. */
export type Forward = { title: string; lines: { speaker: string; when: string; words: string }[] }

const forwardHead = '［转发的聊天记录］'
const line = /^(.{1,60}?)（([^（）]{1,20})）：(.*)$/s

/** Null for what is none, or not wholly understood: then it is shown as it stands. */
export function readForward(body: string): Forward | null {
  if (!body.startsWith(forwardHead)) return null
  const [title = '', ...rest] = body.slice(forwardHead.length).split('\n')
  const lines: Forward['lines'] = []
  for (const text of rest) {
    const last = lines.at(-1)
    // Words over several lines are indented, so that nobody's words look like another speaker's.
    if (text.startsWith('　　') && last) {
      last.words += `\n${text.slice(2)}`
      continue
    }
    const [, speaker, when, words] = line.exec(text) ?? []
    if (speaker === undefined || when === undefined) return null
    lines.push({ speaker, when, words: words ?? '' })
  }
  return lines.length > 0 ? { title, lines } : null
}

const place = /^［位置］(.*)（纬度 (-?\d+(?:\.\d+)?)，经度 (-?\d+(?:\.\d+)?)）$/s

export function readPlace(body: string): { words: string; latitude: number; longitude: number } | null {
  const [, words, latitude, longitude] = place.exec(body) ?? []
  if (latitude === undefined || longitude === undefined) return null
  const point = { latitude: Number(latitude), longitude: Number(longitude) }
  if (Math.abs(point.latitude) > 90 || Math.abs(point.longitude) > 180) return null
  return { words: words || `${latitude}，${longitude}`, ...point }
}
