/** SQL of how a row `h` of household_reach stands on the day $2; null before it lived there. The first that fits counts. */
export const householdState = `case
  when h.until_on <= $2::date then 'departed' when h.since_on > $2::date then null
  when h.reached @> $2::date then 'reached' when h.perhaps @> $2::date then 'perhaps' when h.away @> $2::date then 'away'
  when not h.has_phone then 'phoneless' else 'open' end`
