import type { NewRumour } from '../../../contract/rumours.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { villageScope } from '../residents/visibility.ts'
import { checkVillages } from '../scripts/check-villages.ts'
import { addMove } from './add-move.ts'
import { refusePersons } from './refuse-persons.ts'

/** A quarter of an hour: clocks of phones are wrong by minutes. */
const clockSlackMs = 15 * 60_000

/** Writes down what is told, and nobody who said it. An auxiliary does for her villages. */
export async function recordRumour(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  rumour: NewRumour,
  now = new Date(),
): Promise<{ id: string }> {
  refusePersons([rumour.words])
  if (new Date(rumour.firstHeardAt).getTime() > now.getTime() + clockSlackMs)
    throw invalid('第一次听说的时间还没到，请改一下。')
  await checkVillages(tx, session, rumour.villageIds)
  const own = villageScope(session)
  if (own && !rumour.villageIds?.every((id) => own.includes(id)))
    throw invalid('请选自己负责的村；全镇或别的村的传言请告诉民警来登记。')
  const id = newId()
  await tx.db
    .insertInto('rumours')
    .values({
      stationId: tx.stationId,
      id,
      words: rumour.words,
      topic: rumour.topic,
      firstHeardAt: new Date(rumour.firstHeardAt),
      villageIds: rumour.villageIds,
      recordedBy: session.officerId,
    })
    .execute()
  await addMove(tx, session.officerId, id, { stage: 'received' })
  await writeEvents(tx, actor, [
    { name: 'rumour.recorded', subject: { kind: 'rumour', id }, data: { topic: rumour.topic } },
  ])
  return { id }
}
