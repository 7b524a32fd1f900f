import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { newestConsents } from '../consents/newest-consents.ts'
import { isNo } from '../consents/rules.ts'
import { type Added, type Journal, type MovedTable, putBack } from './journal.ts'
import { readPair } from './lock-pair.ts'

const tableWords: Record<MovedTable, string> = {
  residents: '资料',
  contacts: '联系方式',
  household_members: '住处',
  resident_absences: '外出',
  resident_phones: '电话',
  resident_relations: '亲属和联系人',
  resident_consents: '同意',
  case_people: '案件里的人',
}
const columnWords: Record<string, string> = {
  ...{ name: '姓名', phone: '第一个电话', born_on: '出生日期', note: '备注', household_id: '住处' },
  ...{ nicknames: '别名', languages: '听得懂的话', needs: '要照顾的地方', died_on: '去世' },
}

/**
 * Takes a merge apart: every row that moved goes back as it was. What came since stays with the entry that was kept. It
 * is refused, with what, when something the merge moved was changed since: that change would be lost.
 */
export async function undoMerge(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  mergeId: string,
): Promise<{ done: true }> {
  const { rows } = await tx.client.query(
    `select kept_id as "keptId", gone_id as "goneId", before from resident_merges where station_id = $1 and id = $2`,
    [tx.stationId, mergeId],
  )
  if (!rows[0]) throw notFound()
  const { keptId, goneId } = rows[0]
  const { journal, added } = rows[0].before as { journal: Journal; added: Added[] }
  const [kept, gone] = await readPair(tx, session, [keptId, goneId], true)
  // Read under the lock: a colleague's undo, or a second tap, has come before.
  const { rowCount } = await tx.client.query(
    `update resident_merges set undone_at = clock_timestamp(), undone_by = $3
     where station_id = $1 and id = $2 and undone_at is null`,
    [tx.stationId, mergeId, session.officerId],
  )
  if (rowCount === 0) return { done: true }
  if (kept.mergedIntoId) throw conflict('这一条后来又并到别的登记里了，请先撤销后面那一次合并。')
  const moved = await putBack(tx, journal).catch((error: unknown) => {
    // A key holds what somebody else has by now, such as the head of the household.
    if ((error as { code?: string }).code === '23505')
      throw conflict('合并以后，住处或亲属又有了新的登记，撤销会和它冲突，所以没有撤销。')
    throw error
  })
  if (moved.length > 0) {
    const words = moved.map(({ table, column }) =>
      table === 'residents' ? (columnWords[column] ?? tableWords.residents) : tableWords[table],
    )
    throw conflict(
      `合并以后又改过：${[...new Set(words)].join('、')}。撤销会丢掉这些改动，所以没有撤销。请先改回去再撤销。`,
    )
  }
  await endAdded(tx, added, session.officerId)
  await carryRefusals(tx, { keptId, goneId, mergeId })
  await writeEvents(
    tx,
    actor,
    [keptId, goneId].map((id) => ({
      ...{ name: 'resident.unmerged' as const, subject: { kind: 'resident', id } },
      ...{ villageId: kept.villageId ?? gone.villageId, data: { mergeId, keptId, goneId } },
    })),
  )
  return { done: true }
}

async function endAdded(tx: Tx, added: Added[], officerId: string): Promise<void> {
  const of = (table: Added['table']) => added.filter((each) => each.table === table).map(({ id }) => id)
  await tx.client.query(
    `update resident_phones set ended_at = clock_timestamp(), ended_by = $3
     where station_id = $1 and id = any($2::uuid[]) and ended_at is null`,
    [tx.stationId, of('resident_phones'), officerId],
  )
  await tx.client.query(
    'update resident_consents set void_at = clock_timestamp() where station_id = $1 and id = any($2::uuid[])',
    [tx.stationId, of('resident_consents')],
  )
}

/** A no that was said since of the one entry was perhaps the other's: it stands for both, so that none is lost. */
async function carryRefusals(
  tx: Tx,
  { keptId, goneId, mergeId }: { keptId: string; goneId: string; mergeId: string },
): Promise<void> {
  const { rows } = await tx.client.query(
    `select distinct c.purpose from resident_consents c
     join resident_merges m on m.station_id = $1 and m.id = $3 and c.recorded_at > m.merged_at
     where c.station_id = $1 and c.resident_id = $2 and c.void_at is null`,
    [tx.stationId, keptId, mergeId],
  )
  const [hers, others] = [await newestConsents(tx, keptId), await newestConsents(tx, goneId)]
  for (const { purpose } of rows) {
    const said = hers.get(purpose)
    if (!said || !isNo(said) || isNo(others.get(purpose))) continue
    await tx.db
      .insertInto('residentConsents')
      .values({
        ...{ stationId: tx.stationId, id: newId(), residentId: goneId, purpose, basis: 'consent' },
        ...{ state: said.state, how: 'law', recordedBy: null },
      })
      .execute()
  }
}
