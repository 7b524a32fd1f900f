import type { Role } from '../../../../contract/vocabulary.ts'
import type { Context } from '../../../platform/context.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import { loadSession } from '../../officers/load-session.ts'
import { permissionsOf } from '../../officers/permissions.ts'
import { isFirstFreshEvidence, readFreshEvidence } from '../../rumours/views.ts'
import { waitingGroups } from '../../rumours/waiting-groups.ts'
import { makeNotices } from './make-notices.ts'

type Officer = { id: string; role: Role; villages: string[] }

/**
 * After a reply was approved: tells those who look after the groups that wait for it. After its promised moment has
 * passed: tells those who may write the next one. After a draft: those who may approve it. Each once a version. After the
 * first evidence that came later than the reply: who drafted it, or who may decide where she is gone.
 */
export async function tellOfRumour(
  { pool }: Pick<Context, 'pool'>,
  stationId: string,
  eventId: string,
): Promise<void> {
  await inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query({
      name: 'read-rumour-event',
      text: `select name, actor_id as actor, subject_id as rumour, data->>'version' as version,
        data->>'evidence' as evidence from events
        where station_id = $1 and id = $2`,
      values: [stationId, eventId],
    })
    const event = rows[0]
    if (!event) return
    const about = `${event.rumour} ${event.version}`
    const officers = await answeringOfficers(tx)
    const others = officers.filter(({ id }) => id !== event.actor)
    if (event.name === 'rumour.reply_drafted') {
      const approvers = others.filter(({ role }) => permissionsOf(role).has('scripts.approve'))
      await makeNotices(tx, idsOf(approvers), { kind: 'rumour_draft', about })
      return
    }
    if (event.name === 'rumour.evidence_added') {
      if (!(await isFirstFreshEvidence(tx, event.rumour, event.evidence))) return
      const made = { kind: 'rumour_evidence' as const, about: `${event.rumour} ${event.evidence}` }
      await makeNotices(tx, await lookersAtEvidence(tx, event.rumour, others), made)
      return
    }
    if (event.name === 'rumour.update_due') {
      const deciders = officers.filter(({ role }) => permissionsOf(role).has('rumours.decide'))
      await makeNotices(tx, idsOf(deciders), { kind: 'rumour_due', about })
      return
    }
    const groups = await waitingGroups(tx, event.rumour)
    const hers = ({ id, role, villages }: Officer) =>
      groups.some(
        ({ villageId, knownBy }) =>
          knownBy.includes(id) ||
          (role === 'auxiliary' && villageId !== null && villages.includes(villageId)),
      )
    // Who has just approved it knows.
    await makeNotices(tx, idsOf(others.filter(hers)), { kind: 'rumour_reply', about })
  })
}

const idsOf = (officers: Officer[]) => officers.map(({ id }) => id)

/** Those of the officers who are asked to look at evidence that came after a reply. */
async function lookersAtEvidence(tx: Tx, rumourId: string, officers: Officer[]): Promise<string[]> {
  const lookers: string[] = []
  for (const { id } of officers) {
    const session = await loadSession(tx, id, { sessionId: id, steppedUpAt: null })
    if (session && (await readFreshEvidence(tx, session, rumourId))) lookers.push(id)
  }
  return lookers
}

async function answeringOfficers(tx: Tx): Promise<Officer[]> {
  const { rows } = await tx.client.query({
    name: 'officers-for-rumours',
    text: `select id, role, village_ids as villages from active_officers
      where station_id = $1 and role in ('chief', 'officer', 'auxiliary')`,
    values: [tx.stationId],
  })
  return rows
}
