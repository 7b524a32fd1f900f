import type { Follow, LinkSuggestion } from '../../../contract/external-contacts.ts'
import type { LinkReason } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { listVillages } from '../officers/views.ts'
import { inScope, villageScope } from '../residents/visibility.ts'
import { readClues } from './link-clues.ts'

type Unlinked = { id: string; name: string; phone: string; village_id: string | null; follows: Follow[] }

/** How much each reason says. A number is hers or her household's; many share a name, all of a village the village. */
const weights: Record<LinkReason, number> = { phone: 8, door: 6, name: 3, village: 1 }
const mostSuggestions = 5

/**
 * Who of the register a contact may be, with the reasons, the likeliest first. Never more than a suggestion: a person
 * confirms, and what a person has refused does not come again.
 */
export async function suggestResidents(
  tx: Tx,
  session: OfficerSession,
  contact: Unlinked,
): Promise<LinkSuggestion[]> {
  const villages = await listVillages(tx)
  const clues = readClues(
    contact,
    villages.flatMap(({ name, aliases }) => [name, ...aliases]).sort((a, b) => b.length - a.length),
  )
  const named = villages.filter(({ name, aliases }) =>
    [name, ...aliases].some((word) => clues.text.includes(word)),
  )
  const near = [...new Set([contact.village_id, ...named.map(({ id }) => id)])].filter((id) => id !== null)
  const { rows } = await tx.client.query({
    name: 'suggest-residents',
    text: `with found as (
        select r.id, r.name, r.phone, h.village_id, h.address, v.name as village_name,
          replace(replace(r.phone, ' ', ''), '-', '') = any($3) or r.id in (
            select p.resident_id from resident_phones p where p.station_id = $1 and p.ended_at is null
              and replace(replace(p.phone, ' ', ''), '-', '') = any($3)) as by_phone,
          r.name = any($4) or r.nicknames && $4::text[] as by_name,
          coalesce(h.village_id = any($5::uuid[]) and length(replace(h.address, v.name, '')) > 2
            and strpos($6, replace(h.address, v.name, '')) > 0, false) as by_door,
          coalesce(h.village_id = any($5::uuid[]), false) as near
        from residents r left join households h on h.station_id = $1 and h.id = r.household_id
        left join villages v on v.station_id = $1 and v.id = h.village_id
        where r.station_id = $1 and r.merged_into_id is null and ${inScope('h.village_id', 2)}
          and not exists (select from contact_link_refusals f where f.station_id = $1 and f.contact_id = $7 and f.resident_id = r.id)
      ) select * from found where by_phone or by_name or by_door
      order by by_phone desc, by_door desc, near desc, name, id limit 40`,
    values: [tx.stationId, villageScope(session), clues.phones, clues.names, near, clues.text, contact.id],
  })
  return rows
    .map((row) => {
      const reasons: LinkReason[] = []
      if (row.by_phone) reasons.push('phone')
      if (row.by_door) reasons.push('door')
      if (row.by_name) reasons.push('name')
      if (row.near) reasons.push('village')
      const weight = reasons.reduce((sum, reason) => sum + weights[reason], 0)
      return { weight, row, reasons }
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostSuggestions)
    .map(({ row, reasons }) => ({
      residentId: row.id,
      name: row.name,
      phone: row.phone,
      villageName: row.village_name,
      address: row.address,
      reasons,
    }))
}
