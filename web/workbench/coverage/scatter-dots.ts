type Ring = [longitude: number, latitude: number][]

/** So many households a dot stands for, that a whole station makes some hundreds. */
export function householdsADot(households: number): number {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000]
  // Never one household a dot: nobody's home is to be guessed at.
  return steps.find((step) => step >= 5 && households / step <= 700) ?? 5000
}

/** Dots strewn evenly inside a ring, the same every time for the same seed; where one lies says nothing about a home. */
export function scatterDots(ring: Ring, count: number, seed: number): Ring {
  const [west, east] = extent(ring.map(([longitude]) => longitude))
  const [south, north] = extent(ring.map(([, latitude]) => latitude))
  const dots: Ring = []
  // A ring thinner than its box takes several tries a dot; one without an inside takes none.
  for (let step = 1; dots.length < count && step < 50 * count + 50; step++) {
    const dot: Ring[number] = [
      west + (east - west) * ((seed * 0.618 + step * 0.754877666) % 1),
      south + (north - south) * ((seed * 0.382 + step * 0.569840291) % 1),
    ]
    if (isInside(ring, dot)) dots.push(dot)
  }
  return dots
}

function extent(values: number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)]
}

/** Whether a line to the east crosses the ring an odd number of times. */
export function isInside(ring: Ring, [x, y]: Ring[number]): boolean {
  let inside = false
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [x1, y1] = ring[at]!
    const [x2, y2] = ring[before]!
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

/** A ring around a village of which only the middle is known, some 700 metres wide. */
export function ringAround(longitude: number, latitude: number): Ring {
  return Array.from({ length: 24 }, (_, index) => {
    const angle = (index / 24) * 2 * Math.PI
    return [longitude + 0.0072 * Math.cos(angle), latitude + 0.0063 * Math.sin(angle)]
  })
}
