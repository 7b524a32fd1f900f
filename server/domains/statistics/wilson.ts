/** The 95 % interval of a share of n by Wilson's score (1927); null for n = 0. It never leaves 0…1. */
export function wilsonInterval(successes: number, n: number): { low: number; high: number } | null {
  if (n === 0) return null
  const z = 1.959964
  const share = successes / n
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
