import type { MergedResidents, MergeResidents } from '../../../../contract/duplicates.ts'
import type { MergeField } from '../../../../contract/person-words.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { initialsOf } from '../name-initials.ts'
import { joinConsents } from './join-consents.ts'
import { type Added, changeRows, type Journal } from './journal.ts'
import { readPair } from './lock-pair.ts'
import type { MattersAbove } from './matters-above.ts'
import { conflictsOf, joined, sideOf, undecided } from './merge-rules.ts'
import { moveHome } from './move-home.ts'
import { moveAbsences, moveContacts, movePhones, moveRelations } from './move-hung.ts'
import { wereToldApart } from './tell-apart.ts'

const fieldWords: Record<MergeField, string> = {
  ...{ name: '姓名', phone: '电话', bornOn: '出生日期', household: '住处', note: '备注' },
}

/**
 * Two entries of one person become one. All that hangs on the other moves, its row stays and says into which it went.
 * What was moved is kept with the merge, so that undo-merge.ts can put every row back. A second tap is answered with the
 * merge there is.
 */
export async function mergeResidents(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  keptId: string,
  { goneId, choices }: MergeResidents,
  above: MattersAbove,
): Promise<MergedResidents> {
  const [kept, gone] = await readPair(tx, session, [keptId, goneId], true)
  if (gone.mergedIntoId === keptId) return { mergeId: await openMerge(tx, goneId), residentId: keptId }
  if (gone.mergedIntoId || kept.mergedIntoId)
    throw conflict('其中一条刚被同事合并了，请刷新页面看一下现在的登记。')
  if (await wereToldApart(tx, [keptId, goneId]))
    throw conflict('有同事认定这是两个人。真的是同一个人，请先撤销那个认定。')
  const missing = undecided(conflictsOf(kept, gone), choices)
  if (missing) throw invalid(`两条登记的“${fieldWords[missing]}”不一样，请选留哪一个。`)

  const mergeId = newId()
  const journal: Journal = []
  const way = { keptId, goneId, officerId: session.officerId }
  const householdId =
    sideOf('household', choices, kept.householdId, gone.householdId) === 'gone'
      ? gone.householdId
      : kept.householdId
  const person = joined(kept, gone, choices)
  await moveHome(tx, journal, { ...way, householdId })
  await moveContacts(tx, journal, way)
  const added: Added[] = await movePhones(tx, journal, way, {
    ...{ kept: kept.phone, gone: gone.phone, now: person.phone },
  })
  await moveRelations(tx, journal, way)
  await moveAbsences(tx, journal, way)
  const casePeople = await above.casePeopleOf(tx, goneId)
  await changeRows(tx, journal, 'case_people', casePeople, { resident_id: keptId })
  added.push(...(await joinConsents(tx, { keptId, goneId, mergeId })))
  await changeRows(tx, journal, 'residents', [keptId], { ...person, name_initials: initialsOf(person.name) })
  await changeRows(tx, journal, 'residents', [goneId], { merged_into_id: keptId, household_id: null })
  await tx.client.query(
    'update residents set updated_at = clock_timestamp() where station_id = $1 and id = $2',
    [tx.stationId, keptId],
  )
  await tx.db
    .insertInto('residentMerges')
    .values({
      ...{ stationId: tx.stationId, id: mergeId, keptId, goneId, mergedBy: session.officerId },
      before: JSON.stringify({ journal: withoutUnchanged(journal), added }),
    })
    .execute()
  await writeEvents(
    tx,
    actor,
    [keptId, goneId].map((id) => ({
      ...{ name: 'resident.merged' as const, subject: { kind: 'resident', id } },
      ...{ villageId: kept.villageId ?? gone.villageId, data: { mergeId, keptId, goneId } },
    })),
  )
  return { mergeId, residentId: keptId }
}

/** Only what the merge really changed may stand against its undoing, and what it has to watch. */
function withoutUnchanged(journal: Journal): Journal {
  return journal.flatMap((line) => {
    if (line.table !== 'residents') return [line]
    const names = Object.keys(line.after).filter(
      (name) => JSON.stringify(line.before[name]) !== JSON.stringify(line.after[name]),
    )
    const only = (row: Record<string, unknown>) => Object.fromEntries(names.map((name) => [name, row[name]]))
    return names.length === 0 ? [] : [{ ...line, before: only(line.before), after: only(line.after) }]
  })
}

async function openMerge(tx: Tx, goneId: string): Promise<string> {
  const { rows } = await tx.client.query(
    'select id from resident_merges where station_id = $1 and gone_id = $2 and undone_at is null',
    [tx.stationId, goneId],
  )
  return rows[0].id
}
