import type { CapReference } from '../../../../contract/cap.ts'

/** CAP 1.2, 3.3.2: no letters for zones; UTC is "-00:00". */
const moment = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)([+-])(\d\d):(\d\d)$/

/** A moment as CAP writes it, or null. A day the calendar does not have and an offset beyond 14 hours are none. */
export function readCapMoment(text: string): Date | null {
  const found = moment.exec(text)
  if (!found) return null
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const offset = Number(found[8]) * 60 + Number(found[9])
  if (hour > 23 || minute > 59 || second > 59 || Number(found[9]) > 59 || offset > 14 * 60) return null
  const local = Date.UTC(year, month - 1, day, hour, minute, second)
  const back = new Date(local)
  if (year < 1900 || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null
  return new Date(local - (found[7] === '-' ? -offset : offset) * 60_000)
}

/** A moment at the station's offset, as CAP writes it. */
export function writeCapMoment(at: Date): string {
  return `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}

/** "sender,identifier,sent" for each, white space between (3.2.1); null when one is not of three parts. */
export function readReferences(text: string): CapReference[] | null {
  const found: CapReference[] = []
  for (const each of text.trim().split(/\s+/)) {
    const [sender, identifier, sent, ...more] = each.split(',')
    if (!sender || !identifier || !sent || more.length > 0 || !readCapMoment(sent)) return null
    found.push({ sender, identifier, sent })
  }
  return found
}

const pair = /^(-?\d{1,3}(?:\.\d{1,12})?),(-?\d{1,3}(?:\.\d{1,12})?)$/

/** "latitude,longitude" in WGS-84; a text says what is wrong with it. */
function readPoint(text: string): [number, number] | string {
  const found = pair.exec(text)
  if (!found) return '坐标要写成“纬度,经度”'
  const [latitude, longitude] = [Number(found[1]), Number(found[2])]
  if (Math.abs(latitude) > 90)
    return Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90
      ? '纬度超过了90度，经纬度可能写反了'
      : '纬度超过了90度'
  if (Math.abs(longitude) > 180) return '经度超过了180度'
  return [latitude, longitude]
}

/** All polygons of an alert together; a county's border has some hundreds. */
export const mostPoints = 5000

/** Four points or more, the last the same as the first (3.2.4); a text says what is wrong. */
export function readPolygon(text: string): [number, number][] | string {
  const written = text.trim().split(/\s+/)
  if (written.length > mostPoints) return `点太多了，最多${mostPoints}个`
  if (written.length < 4) return '至少要四个点'
  const points: [number, number][] = []
  for (const each of written) {
    const point = readPoint(each)
    if (typeof point === 'string') return point
    points.push(point)
  }
  const [first, last] = [points[0]!, points.at(-1)!]
  if (first[0] !== last[0] || first[1] !== last[1]) return '没有合拢，最后一点要和第一点相同'
  return points
}

/** "latitude,longitude radius", the radius in kilometres; a text says what is wrong. */
export function readCircle(text: string): { latitude: number; longitude: number; radiusKm: number } | string {
  const [centre = '', radius = '', ...more] = text.trim().split(/\s+/)
  const point = readPoint(centre)
  if (typeof point === 'string') return point
  if (more.length > 0 || !/^\d{1,5}(\.\d{1,6})?$/.test(radius)) return '半径要写成公里数'
  return { latitude: point[0], longitude: point[1], radiusKm: Number(radius) }
}
