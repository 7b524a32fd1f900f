/**
 * What is mixed into the hashes of a message's grams so that one hash stands for one station and one month alone (UTC):
 * the index then has one short list for each. The same as month_salt in the database.
 */
export function monthSalt(stationId: string, at: Date): number {
  const month = at.getUTCFullYear() * 12 + at.getUTCMonth()
  return Number.parseInt(stationId.slice(-8), 16) ^ Math.imul(month, 0x9e3779b1)
}

export function saltGrams(grams: readonly number[], salt: number): number[] {
  return grams.map((gram) => gram ^ salt)
}
