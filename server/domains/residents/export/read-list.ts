import type { ExportColumn, ExportCountWish, ExportKind } from '../../../../contract/register-exports.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { villageScope } from '../visibility.ts'

/** A column's name and how wide it is; its words are made by `sql` in the rows below. */
export const exportHeads: Record<ExportColumn, { name: string; width: number }> = {
  name: { name: '姓名', width: 12 },
  village: { name: '村', width: 14 },
  group: { name: '组', width: 10 },
  address: { name: '门牌', width: 24 },
  phone: { name: '电话', width: 16 },
  bornOn: { name: '出生日期', width: 14 },
  head: { name: '是否户主', width: 10 },
  away: { name: '外出地', width: 18 },
  note: { name: '备注', width: 40 },
  headName: { name: '户主', width: 12 },
  people: { name: '人数', width: 8 },
  headPhone: { name: '户主电话', width: 16 },
  since: { name: '登记时间', width: 14 },
}

/** Of both kinds: `h` is the household, `v` its village. */
const place: Partial<Record<ExportColumn, string>> = {
  village: 'v.name',
  group: 'h.village_group',
  address: 'h.address',
}
const sqlOf: Record<ExportKind, Partial<Record<ExportColumn, string>>> = {
  residents: {
    ...place,
    name: 'r.name',
    phone: 'r.phone',
    bornOn: 'r.born_on::text',
    head: `case when exists (select from household_members m where m.station_id = $1 and m.resident_id = r.id
      and m.head and m.tie = 'lives' and m.ended_on is null) then '是' else '' end`,
    away: `(select a.place from resident_absences a where a.station_id = $1 and a.resident_id = r.id and a.back_on is null)`,
    note: 'r.note',
  },
  households: {
    ...place,
    headName: 'p.name',
    people: `(select count(*)::text from residents r where r.station_id = $1 and r.household_id = h.id and r.merged_into_id is null and r.died_on is null)`,
    headPhone: 'p.phone',
    since: 'h.resident_since_on::text',
    note: 'h.note',
  },
}

const fromOf: Record<ExportKind, string> = {
  residents: `residents r left join households h on h.station_id = $1 and h.id = r.household_id
    left join villages v on v.station_id = $1 and v.id = h.village_id
    where r.station_id = $1 and r.merged_into_id is null and r.died_on is null and r.name like $5`,
  households: `households h join villages v on v.station_id = $1 and v.id = h.village_id
    left join household_members m on m.station_id = $1 and m.household_id = h.id and m.head and m.tie = 'lives' and m.ended_on is null
    left join residents p on p.station_id = $1 and p.id = m.resident_id
    where h.station_id = $1 and h.resident_until_on is null and ($5 = '%' or p.name like $5)`,
}

const orderOf: Record<ExportKind, string> = {
  residents: 'v.position, h.village_group, h.address, r.name, r.id',
  households: 'v.position, h.village_group, h.address, h.id',
}

const narrowed = `and ($2::uuid[] is null or h.village_id = any ($2::uuid[])) and ($3::uuid[] is null or h.village_id = any ($3::uuid[]))
  and ($4 = '' or h.village_group = $4)`

const valuesOf = (tx: Tx, session: OfficerSession, { villageIds, group, text }: ExportCountWish) => [
  tx.stationId,
  villageScope(session),
  villageIds?.length ? villageIds : null,
  group?.trim() ?? '',
  `%${(text?.trim() ?? '').replace(/[\\%_]/g, '\\$&')}%`.replace('%%', '%'),
]

/** How many rows a list has. Only what the officer may see is counted. */
export async function countList(tx: Tx, session: OfficerSession, wish: ExportCountWish): Promise<number> {
  const { rows } = await tx.client.query(
    `select count(*) from ${fromOf[wish.kind]} ${narrowed}`,
    valuesOf(tx, session, wish),
  )
  return Number(rows[0].count)
}

/** The rows of a list: the chosen columns as texts, and who stands in them. */
export async function readList(
  tx: Tx,
  session: OfficerSession,
  wish: ExportCountWish,
  columns: readonly ExportColumn[],
): Promise<{ people: (string | null)[]; rows: string[][] }> {
  const known = sqlOf[wish.kind]
  const { rows } = await tx.client.query({
    text: `select ${wish.kind === 'residents' ? 'r.id' : 'p.id'}, ${columns.map((column) => known[column] ?? `''`).join(', ')}
           from ${fromOf[wish.kind]} ${narrowed} order by ${orderOf[wish.kind]}`,
    values: valuesOf(tx, session, wish),
    rowMode: 'array',
  })
  return {
    people: rows.map(([id]) => id),
    rows: rows.map(([, ...cells]: (string | null)[]) => cells.map((cell) => cell ?? '')),
  }
}
