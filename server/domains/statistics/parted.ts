/**
 * SQL: whether the contact (alias `t`) had removed us by a moment: every work account that had her is without her, and
 * she has not written since. Who never was a work account's contact has removed nobody.
 */
export function parted(t: string, moment: string): string {
  const known = `w.station_id = ${t}.station_id and w.contact_id = ${t}.id and w.followed_at <= ${moment}`
  const gone = `least(coalesce(w.left_at, 'infinity'), coalesce(w.ended_at, 'infinity'))`
  return `(exists (select from work_contacts w where ${known})
    and not exists (select from work_contacts w where ${known} and ${gone} > ${moment})
    and not exists (select from messages m where m.station_id = ${t}.station_id and m.contact_id = ${t}.id and m.direction = 'inbound'
      and m.sent_at <= ${moment} and m.sent_at > (select max(${gone}) from work_contacts w where ${known})))`
}
