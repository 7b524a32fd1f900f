/** Latitude, longitude in WGS-84. A town is small: degrees are taken as a plane, which is wrong by metres. */
export type Point = readonly number[]

/** Even-odd, so that a line which crosses itself still means something. */
export function isInside([y, x]: Point, ring: readonly Point[]): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [yi, xi] = ring[i] as [number, number]
    const [yj, xj] = ring[j] as [number, number]
    if (yi > y! !== yj > y! && x! < ((xj - xi) * (y! - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

const side = (a: Point, b: Point, c: Point) =>
  Math.sign((b[1]! - a[1]!) * (c[0]! - a[0]!) - (b[0]! - a[0]!) * (c[1]! - a[1]!))

/** Whether two lines cross in a point that is an end of neither. */
function crosses(a: Point, b: Point, c: Point, d: Point): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

function boxOf(ring: readonly Point[]): [number, number, number, number] {
  let [south, west, north, east] = [90, 180, -90, -180]
  for (const [y, x] of ring as [number, number][]) {
    if (y < south) south = y
    if (y > north) north = y
    if (x < west) west = x
    if (x > east) east = x
  }
  return [south, west, north, east]
}

/** Whether two areas have anything in common: a line that crosses, or one lies in the other. */
export function ringsTouch(one: readonly Point[], other: readonly Point[]): boolean {
  const [a, b] = [boxOf(one), boxOf(other)]
  if (a[0] > b[2] || b[0] > a[2] || a[1] > b[3] || b[1] > a[3]) return false
  if (isInside(one[0]!, other) || isInside(other[0]!, one)) return true
  for (let i = 1; i < one.length; i++)
    for (let j = 1; j < other.length; j++)
      if (crosses(one[i - 1]!, one[i]!, other[j - 1]!, other[j]!)) return true
  return false
}

const kmPerDegree = 111.195

/** The distance of a point from a line between two, in kilometres. */
function distanceKm(point: Point, a: Point, b: Point): number {
  const scale = Math.cos((point[0]! * Math.PI) / 180)
  const flat = ([y, x]: Point) => [(x! - point[1]!) * scale, y! - point[0]!] as const
  const [[ax, ay], [bx, by]] = [flat(a), flat(b)]
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / length))
  return Math.hypot(ax + t * (bx - ax), ay + t * (by - ay)) * kmPerDegree
}

export type Circle = { latitude: number; longitude: number; radiusKm: number }

/** Whether a circle reaches a point, or an area by its border or from inside. */
export function circleTouches({ latitude, longitude, radiusKm }: Circle, ring: readonly Point[]): boolean {
  const centre = [latitude, longitude]
  if (ring.length === 1) return distanceKm(centre, ring[0]!, ring[0]!) <= radiusKm
  if (isInside(centre, ring)) return true
  return ring.some((point, i) => i > 0 && distanceKm(centre, ring[i - 1]!, point) <= radiusKm)
}

/** Whether the line of an area crosses itself. Looks at each pair of its sides. */
export function crossesItself(ring: readonly Point[]): boolean {
  for (let i = 1; i < ring.length; i++)
    for (let j = i + 2; j < ring.length; j++)
      if (crosses(ring[i - 1]!, ring[i]!, ring[j - 1]!, ring[j]!)) return true
  return false
}
