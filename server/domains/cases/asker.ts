/** SQL: the phone and the name of the resident behind a case (alias `n`): of her contact, the register, or as she gave it. */
export const askerPhone = askerField('phone')
export const askerName = askerField('name')

function askerField(field: 'name' | 'phone'): string {
  const own = `(select coalesce(nullif(t.${field}, ''), nullif(r.${field}, '')) from contacts t
      left join residents r on r.station_id = t.station_id and r.id = t.resident_id
      where t.station_id = n.station_id and t.id = n.contact_id)`
  const given = `(select p.${field} from case_people p where p.station_id = n.station_id and p.case_id = n.id
      and p.part = 'applicant' and p.removed_at is null and p.${field} <> '' order by p.added_at, p.id limit 1)`
  return `coalesce(${own}, ${given}, '')`
}
