import { type ReplyAbout, writeRumourReply } from '../../../contract/rumour-reply.ts'
import type { NewRumourReply } from '../../../contract/rumours.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleRumour, readStanding, type Standing } from './find-rumour.ts'
import { refusePersons } from './refuse-persons.ts'

/**
 * Drafts the reply for the stage at hand; a second person must approve it before it goes out. While nothing is settled
 * it promises when there is more; a correction quotes what was wrong, word for word.
 */
export async function draftReply(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  reply: NewRumourReply,
  now = new Date(),
): Promise<{ version: number }> {
  const { words } = await findVisibleRumour(tx, session, id, 'for update')
  const standing = await readStanding(tx, id)
  const { stage } = standing
  if (stage === 'ended') throw conflict('这条传言已经结束，要再答复请先改阶段。')
  const { correction } = reply
  const texts = [reply.checked, reply.source, reply.unknown, reply.advice]
  refusePersons([...texts, ...(correction ? [correction.rightWords, correction.reason] : [])], {
    landlines: true,
  })
  checkTimes(reply, stage, now)
  if (stage === 'corrected' && !correction) throw invalid('更正要写明哪一句说错了、正确的是什么、为什么。')
  if (stage !== 'corrected' && correction) throw invalid('要更正，请先把阶段改为“我们说错了”。')
  const wrongAt = correction ? await findWrong(tx, id, correction) : null
  const version = standing.newestVersion + 1
  const body = writeRumourReply(reply, await aboutOf(tx, words, standing, wrongAt, now))
  await tx.db
    .insertInto('rumourReplies')
    .values({
      stationId: tx.stationId,
      rumourId: id,
      version,
      stage,
      knownAt: new Date(reply.knownAt),
      checked: reply.checked,
      source: reply.source,
      unknown: reply.unknown,
      advice: reply.advice,
      nextUpdateAt: reply.nextUpdateAt ? new Date(reply.nextUpdateAt) : null,
      correctsVersion: correction?.version ?? null,
      wrongWords: correction?.wrongWords ?? null,
      rightWords: correction?.rightWords ?? null,
      reason: correction?.reason ?? null,
      body,
      draftedBy: session.officerId,
    })
    .execute()
  await writeEvents(tx, actor, [
    { name: 'rumour.reply_drafted', subject: { kind: 'rumour', id }, data: { version, stage } },
  ])
  return { version }
}

function checkTimes(reply: NewRumourReply, stage: string, now: Date): void {
  if (new Date(reply.knownAt) > now) throw invalid('“什么时候知道”还没到，请改一下。')
  const open = stage === 'received' || stage === 'checking'
  if (open && !reply.nextUpdateAt) throw invalid('还在核实的，请写明下次什么时候更新。')
  if (reply.nextUpdateAt && new Date(reply.nextUpdateAt) <= now)
    throw invalid('下次更新的时间已经过了，请改一下。')
}

/** When the wrong reply went out. Throws `invalid` unless it did, and says these words. */
async function findWrong(
  tx: Tx,
  id: string,
  { version, wrongWords }: { version: number; wrongWords: string },
): Promise<string> {
  const { rows } = await tx.client.query(
    `select r.body, a.approved_at from rumour_replies r
     join rumour_approvals a on a.station_id = $1 and a.rumour_id = r.rumour_id and a.version = r.version
     where r.station_id = $1 and r.rumour_id = $2 and r.version = $3`,
    [tx.stationId, id, version],
  )
  if (!rows[0]) throw invalid('要更正的那一版没有发出过，请重新选。')
  if (!rows[0].body.includes(wrongWords))
    throw invalid('“说错的原话”要和当时发出的一字不差，请从原文里复制。')
  return rows[0].approved_at.toISOString()
}

async function aboutOf(
  tx: Tx,
  words: string,
  { stage, office, answersOn }: Standing,
  wrongAt: string | null,
  now: Date,
): Promise<ReplyAbout> {
  const { rows } = await tx.client.query('select name from stations where id = $1', [tx.stationId])
  return {
    words,
    stage,
    stationName: rows[0].name,
    office: office && answersOn ? { name: office, answersOn } : null,
    wrongAt,
    now: now.toISOString(),
  }
}
