/**
 * The one place that says to whom no notice may be sent, for whoever sends any: SQL (a query of one column,
 * `contact_id`; $1 is the station) of the contacts that
 * - asked for no more, on their own page or to an officer (contacts.opted_out_at), or are gone (removed_at),
 * - or belong to somebody of the register whose newest answer to the purpose 'notices' is a no.
 * Who was never asked is not among them: a notice of the station's work is not sent by consent alone (PIPL art. 13 (3)).
 * Read it in the transaction that sends, at the last moment: an opt-out counts from its commit on. It says nothing of
 * answers to what she asked herself, nor of an emergency (art. 13 (4)), whose sender says so in the approval.
 *
 * Few people have answered anything, so the answers are read as a whole and their contacts reached by the index, not
 * contact by contact, and not by a join, whose plan would be made while the tables were small. Use:
 * `… where c.id not in (${noticeRefusals})`, or as a CTE.
 */
export const noticeRefusals = `
  select c.id as contact_id from contacts c
  where c.station_id = $1 and (c.opted_out_at is not null or c.removed_at is not null)
  union
  select c.id from contacts c where c.station_id = $1 and c.resident_id = any (array(${refusedBy('$1')}))`

/** SQL: of a station (an expression) those of the register whose newest answer to the purpose 'notices' is a no (`resident_id`). */
export function refusedBy(station: string): string {
  return `select said.resident_id from (
      select distinct on (n.resident_id) n.resident_id, n.state from resident_consents n
      where n.station_id = ${station} and n.purpose = 'notices' and n.void_at is null
      order by n.resident_id, n.recorded_at desc, n.id desc
    ) said where said.state <> 'in_force'`
}
