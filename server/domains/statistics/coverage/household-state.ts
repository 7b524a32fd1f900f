/** SQL of how a row `h` of household_reach stands on a day; null before it lived there. The first that fits counts. */
const stateOn = (day: string) => `case
  when h.until_on <= ${day} then 'departed' when h.since_on > ${day} then null
  when h.reached @> ${day} then 'reached' when h.perhaps @> ${day} then 'perhaps' when h.away @> ${day} then 'away'
  when not h.has_phone then 'phoneless' else 'open' end`

/** On the day $2. */
export const householdState = stateOn('$2::date')
/** From moved_on on. */
export const settledState = stateOn(`'infinity'::date`)
