/** Whether a day ('MM-DD' or longer) lies in a season, both ends included; one may run over the turn of the year. None: always. */
export function inSeason(from: string | null, to: string | null, day: string): boolean {
  if (!from || !to) return true
  const date = day.slice(-5)
  return from <= to ? date >= from && date <= to : date >= from || date <= to
}
