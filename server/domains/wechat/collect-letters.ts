import { writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { type DeadLetterOf, listDeadLettersOf } from '../../platform/jobs/dead-letters.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { responsibleOfficer } from '../officers/views.ts'

const system = { kind: 'system', id: null } as const

/** The channel's jobs whose failure means that something of a resident, or news of one, may be lost. */
export const letterJobs = [
  'handle-kf-message',
  'fetch-kf-media',
  'read-wechat-envelope',
  'follow-wechat-hint',
]

/**
 * Gives every dead letter of the channel a row with an owner: whoever the duty roster would give a message of that
 * village now. One that failed again after a replay is open again and stays with its owner.
 */
export async function collectLetters(tx: Tx): Promise<void> {
  for (const letter of await listDeadLettersOf(tx, letterJobs)) await collect(tx, letter)
  await findOwners(tx)
}

/** `place` is that of a hint among the hints, or, with `msgid`, of a file among those of one message. */
type LetterData = Partial<Record<'openKfid' | 'msgid' | 'digest' | 'place', string>>

/** What the letter is of, within its job. */
function itemOf({ openKfid, msgid, digest, place }: LetterData): string {
  if (digest !== undefined) return digest
  if (msgid === undefined) return String(place)
  return `${openKfid} ${msgid}${Number(place) > 0 ? ` ${place}` : ''}`
}

async function collect(tx: Tx, letter: DeadLetterOf): Promise<void> {
  const { openKfid, msgid, digest } = letter.data as LetterData
  const { rows } = await tx.client.query({
    name: 'collect-wechat-letter',
    text: `insert into wechat_letters as l (station_id, id, job, item, open_kfid, msgid, digest, dead_letter_id, error_code, failed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      on conflict (station_id, job, item) do update set dead_letter_id = excluded.dead_letter_id, error_code = excluded.error_code,
        failed_at = excluded.failed_at, replayed_at = null, replayed_by = null, settled_at = null, settled_by = null, reason = null
      where l.dead_letter_id <> excluded.dead_letter_id returning id`,
    values: [
      tx.stationId,
      newId(),
      letter.job,
      itemOf(letter.data as LetterData),
      openKfid ?? null,
      msgid ?? null,
      digest ?? null,
      letter.id,
      letter.errorCode,
      letter.failedAt,
    ],
  })
  if (!rows[0]) return
  await writeEvents(tx, system, [
    {
      name: 'wechat_letter.found',
      subject: { kind: 'wechat_letter', id: rows[0].id },
      data: { job: letter.job },
    },
  ])
}

/** For those nobody has: at an empty desk they wait for whoever comes next. */
async function findOwners(tx: Tx): Promise<void> {
  const { rows } = await tx.client.query({
    name: 'list-unowned-wechat-letters',
    text: `select l.id, p.village_id from wechat_letters l
      left join kf_messages k on k.station_id = $1 and k.open_kfid = l.open_kfid and k.msgid = l.msgid
      left join kf_people p on p.station_id = $1 and p.external_userid = k.external_userid
      where l.station_id = $1 and l.owner_id is null and l.settled_at is null and l.replayed_at is null limit 100`,
    values: [tx.stationId],
  })
  for (const row of rows) {
    const officer = await responsibleOfficer(tx, row.village_id, new Date())
    if (!officer) continue
    await tx.client.query(
      `update wechat_letters set owner_id = $3, owned_at = clock_timestamp()
       where station_id = $1 and id = $2 and owner_id is null`,
      [tx.stationId, row.id, officer.id],
    )
    await writeEvents(tx, system, [
      {
        ...{ name: 'wechat_letter.given' as const, subject: { kind: 'wechat_letter', id: row.id } },
        data: { to: officer.id, by: 'roster' },
      },
    ])
  }
}
