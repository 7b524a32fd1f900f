/**
 * Keeps one value a station as long as its stamp stays the same. The stamp is read from the database with every use,
 * so several processes agree without telling each other. Beyond `max` stations the oldest value goes.
 */
export function createStampedCache<T>(max: number) {
  const kept = new Map<string, { stamp: string; value: T }>()
  return async (stationId: string, stamp: string, make: () => Promise<T>): Promise<T> => {
    const known = kept.get(stationId)
    if (known?.stamp === stamp) return known.value
    const value = await make()
    kept.delete(stationId)
    kept.set(stationId, { stamp, value })
    if (kept.size > max) kept.delete(kept.keys().next().value!)
    return value
  }
}
