import type { Rumour, RumourConversation, RumourGroup, RumourReply } from '../../../contract/rumours.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { visibleConversations } from '../inbox/visibility.ts'
import { officerNames } from '../officers/views.ts'
import { inScope, villageScope } from '../residents/visibility.ts'
import { answerState, type Correction } from './rules.ts'
import { groupStanding } from './rumour-rows.ts'

/** Which groups and matters ask, by village, who waits longest first, and where each stands. */
export async function readAsking(
  tx: Tx,
  session: OfficerSession,
  rumour: Rumour,
  replies: RumourReply[],
): Promise<{ groups: RumourGroup[]; conversations: RumourConversation[] }> {
  const { rows } = await tx.client.query(
    `select rg.group_id, g.name, g.village_id, v.name as village_name, q.since is not null and h.at is not null as asks_again, s.asked_at, s.asked_by,
       coalesce((select json_agg(json_build_object('version', a.version, 'by', a.answered_by, 'at', a.answered_at) order by a.answered_at, a.version)
         from rumour_group_answers a where a.station_id = $1 and a.rumour_id = $2 and a.group_id = rg.group_id), '[]') as answers
     from rumour_groups rg join chat_groups g on g.station_id = $1 and g.id = rg.group_id
     left join villages v on v.station_id = $1 and v.id = g.village_id
     ${groupStanding}
     ${askedSince}
     where rg.station_id = $1 and rg.rumour_id = $2 and g.dismissed_at is null and ${inScope('g.village_id', 3)}
     order by v.position nulls first, s.asked_at nulls last, g.name, g.id`,
    [tx.stationId, rumour.id, villageScope(session)],
  )
  const answers = rows.flatMap((row) => row.answers as { version: number; by: string; at: string }[])
  const names = await officerNames(tx, [
    ...rows.map((row) => row.asked_by).filter(Boolean),
    ...answers.map(({ by }) => by),
  ])
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  const stateOf = stateIn(rumour, correctionOf(replies))
  return {
    groups: rows.map((row) => ({
      groupId: row.group_id,
      name: row.name,
      villageId: row.village_id,
      villageName: row.village_name,
      askedAt: row.asked_at?.toISOString() ?? null,
      askedBy: row.asked_by ? named(row.asked_by) : null,
      state: stateOf(
        row.answers.map(({ version }: { version: number }) => version),
        row.asks_again,
      ),
      answers: row.answers.map(({ version, by, at }: (typeof answers)[number]) => ({
        version,
        by: named(by),
        at: new Date(at).toISOString(),
      })),
    })),
    conversations: await readConversations(tx, session, rumour.id, stateOf),
  }
}

/** SQL: who marked that the group asks: since it was last answered, or else the last time ($1 the station; `rg`, `h`, `q`). */
export const askedSince = `left join lateral (select x.asked_at, x.asked_by from rumour_group_questions x
  where x.station_id = $1 and x.rumour_id = rg.rumour_id and x.group_id = rg.group_id and (q.since is null or x.asked_at = q.since)
  order by x.asked_at desc limit 1) s on true`

/** How to tell where somebody stands by what she had, as things are now. */
export function stateIn(rumour: Pick<Rumour, 'currentVersion'>, correction: Correction | null) {
  // Of those who had any: there was an answer, and none may go out.
  const correcting = rumour.currentVersion === null
  return (had: number[], asksAgain = false) =>
    answerState(had, rumour.currentVersion, correction, correcting, asksAgain)
}

/** The newest approved correction among the replies, which stand newest first. */
function correctionOf(
  replies: Pick<RumourReply, 'version' | 'approvedAt' | 'correction'>[],
): Correction | null {
  const corrected = replies.find(({ approvedAt, correction }) => approvedAt && correction)
  return corrected ? { version: corrected.version, corrects: corrected.correction!.version } : null
}

/** SQL for the same beside a rumour `x`: `k`, with `version` and `corrects_version`, null where there is none. */
export const newestCorrection = `left join lateral (select r.version, r.corrects_version from rumour_replies r
  join rumour_approvals a on a.station_id = $1 and a.rumour_id = r.rumour_id and a.version = r.version
  where r.station_id = $1 and r.rumour_id = x.id and r.corrects_version is not null order by r.version desc limit 1) k on true`

/**
 * SQL for the versions a matter had ($1 the station; `c` its row of rumour_conversations): put into an answer, and
 * something was sent after.
 */
export const hadVersions = `array(select r.version from rumour_conversation_replies r
  where r.station_id = $1 and r.rumour_id = c.rumour_id and r.conversation_id = c.conversation_id
    and exists (select from messages m where m.station_id = $1 and m.conversation_id = r.conversation_id
      and m.direction = 'outbound' and m.received_at >= r.taken_at))`

async function readConversations(
  tx: Tx,
  session: OfficerSession,
  rumourId: string,
  stateOf: (had: number[]) => RumourConversation['state'],
): Promise<RumourConversation[]> {
  const visible = visibleConversations(session, 3)
  const { rows } = await tx.client.query(
    `select x.id, x.number, x.village_name, x.tied_at, x.had from (select c.*, t.tied_at, v.name as village_name,
         (select ${hadVersions} from (select t.rumour_id, t.conversation_id) c) as had
       from rumour_conversations t join conversations c on c.station_id = $1 and c.id = t.conversation_id
       left join villages v on v.station_id = $1 and v.id = c.village_id
       where t.station_id = $1 and t.rumour_id = $2 and ${visible.sql}) x
     order by x.tied_at, x.id`,
    [tx.stationId, rumourId, ...visible.values],
  )
  return rows.map((row) => ({
    conversationId: row.id,
    number: row.number,
    villageName: row.village_name,
    tiedAt: row.tied_at.toISOString(),
    state: stateOf(row.had),
  }))
}
