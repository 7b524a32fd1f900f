import type { CheckRegisterImport } from '../../../../contract/register-imports.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { checkVillage } from '../check-village.ts'
import { headingKey } from './columns.ts'
import { jobKey, lockImport } from './store.ts'

/** Takes what each column is, remembers it for the station, and has the rows compared with the register. */
export async function askCheck(
  { jobs }: Pick<Context, 'jobs'>,
  tx: Tx,
  actor: Actor,
  id: string,
  { columns, villageId = null }: CheckRegisterImport,
): Promise<void> {
  const found = await lockImport(tx, id)
  if (found.thenWrite || !['read', 'checking', 'checked'].includes(found.state))
    throw conflict('这份表已经开始导入，不能再换列。要换请重新传一次。')
  const { rows } = await tx.client.query(
    'select heads, identity_columns from register_imports where station_id = $1 and id = $2',
    [tx.stationId, id],
  )
  const heads: string[] = rows[0].heads
  if (columns.length !== heads.length) throw invalid('列数和这份表对不上，请刷新页面再试。')
  const chosen = columns.filter((field) => field !== null)
  if (new Set(chosen).size < chosen.length) throw invalid('有两列选成了同一项，请只留一列。')
  if (!chosen.includes('name')) throw invalid('请选出哪一列是姓名。')
  await checkVillage(tx, villageId)
  if (!chosen.includes('village') && !villageId) throw invalid('请选出哪一列是村，或者选整张表是哪个村。')
  if (!chosen.includes('door') && !chosen.includes('head') && !chosen.includes('relation'))
    throw invalid('请选出哪一列是门牌，或者哪一列是户主，不然不知道谁和谁是一户。')
  const named = heads
    .map((head, at) => ({ key: headingKey(head), field: columns[at] ?? '' }))
    .filter(({ key }) => key !== '')
  await tx.client.query(
    `insert into register_import_headings (station_id, heading, field)
     select distinct on (h.heading) $1, h.heading, h.field from unnest($2::text[], $3::text[]) as h(heading, field)
     on conflict (station_id, heading) do update set field = excluded.field`,
    [tx.stationId, named.map(({ key }) => key), named.map(({ field }) => field)],
  )
  await tx.client.query(
    `update register_imports set columns = $3, village_id = $4, state = 'checking', trouble = '', rows_done = 0, step_began_at = clock_timestamp()
     where station_id = $1 and id = $2`,
    [tx.stationId, id, columns, villageId],
  )
  await jobs.send(
    tx,
    'work-on-register-import',
    { stationId: tx.stationId, importId: id },
    { key: jobKey(id) },
  )
  await writeEvents(tx, actor, [
    {
      name: 'register_import.check_asked',
      subject: { kind: 'register_import', id },
      data: { columns: chosen },
    },
  ])
}
