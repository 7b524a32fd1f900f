import { writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { keepMoreScripts } from './keep-more-scripts.ts'
import type { SpeakingOfficer } from './record-said-elsewhere.ts'

/** Words that the channel brought without a name turn out to be this officer's. Once: a name that stands there stays. */
export async function nameAuthor(tx: Tx, messageId: string, officer: SpeakingOfficer): Promise<void> {
  const [script, ...moreScripts] = officer.scripts
  const { rows } = await tx.client.query({
    name: 'name-author',
    text: `update messages m set author_officer_id = $3, script_id = $4, script_version = $5
      from conversations c
      where m.station_id = $1 and m.id = $2 and m.author_officer_id is null
        and c.station_id = $1 and c.id = m.conversation_id
      returning m.conversation_id, m.contact_id, c.village_id`,
    values: [tx.stationId, messageId, officer.id, script?.id ?? null, script?.version ?? null],
  })
  if (!rows[0]) return
  if (moreScripts.length > 0) await keepMoreScripts(tx, messageId, moreScripts)
  await writeEvents(tx, officer.actor, [
    {
      name: 'message.marked',
      subject: { kind: 'message', id: messageId },
      conversationId: rows[0].conversation_id,
      contactId: rows[0].contact_id,
      villageId: rows[0].village_id,
      data: { kind: 'author', ...(script ? { scriptId: script.id, scriptVersion: script.version } : {}) },
    },
  ])
}
