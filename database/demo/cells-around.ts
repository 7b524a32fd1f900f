type Point = [number, number]

/**
 * For each point the part of the outline that lies nearer to it than to any other, as a closed ring: neighbours share
 * their edges, and nothing is left over (Voronoi, by cutting the outline at every bisector).
 */
export function cellsAround(points: Point[], outline: Point[]): Point[][] {
  return points.map((own) => {
    const cell = points
      .filter((other) => other !== own)
      .reduce((ring, other) => cutAtBisector(ring, own, other), outline)
    return [...cell, cell[0]!].map(([a, b]) => [round(a), round(b)])
  })
}

function cutAtBisector(ring: Point[], own: Point, other: Point): Point[] {
  const normal: Point = [other[0] - own[0], other[1] - own[1]]
  const middle: Point = [(own[0] + other[0]) / 2, (own[1] + other[1]) / 2]
  const side = (point: Point) => (point[0] - middle[0]) * normal[0] + (point[1] - middle[1]) * normal[1]
  return ring.flatMap((point, index) => {
    const before = ring[(index + ring.length - 1) % ring.length]!
    const [from, to] = [side(before), side(point)]
    const kept: Point[] = []
    if (from < 0 !== to < 0) {
      const share = from / (from - to)
      kept.push([before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])])
    }
    if (to < 0) kept.push(point)
    return kept
  })
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
