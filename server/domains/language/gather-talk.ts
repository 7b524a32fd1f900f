import type { DraftingKind } from '../../../contract/language.ts'
import { conflict } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { possibleNames } from './mask-words.ts'
import { isOfMinor } from './of-minor.ts'

const most: Record<DraftingKind, { messages: number; letters: number }> = {
  reply: { messages: 12, letters: 3000 },
  summary: { messages: 80, letters: 8000 },
}
export type Talk = {
  lines: { who: 'resident' | 'officer'; text: string }[]
  names: string[]
  places: string[]
  /** What the resident said last, to find scripts by. */
  asked: string
}

/**
 * What was said in a matter, the last of it, without notes; of pictures, recordings and papers only that they were there.
 * Throws where nothing may leave: an emergency, a child, or a talk without words.
 */
export async function gatherTalk(
  tx: Tx,
  conversation: { id: string; contactId: string; emergency: boolean },
  kind: DraftingKind,
): Promise<Talk> {
  if (conversation.emergency) throw conflict('紧急的事不交给外面的模型，请您自己写。')
  const { rows } = await tx.client.query(
    `select m.direction, m.body, exists (select from message_files f where f.station_id = $1 and f.message_id = m.id) as has_files
     from messages m where m.station_id = $1 and m.conversation_id = $2 and m.direction <> 'note'
     order by m.sent_at desc, m.id desc limit $3`,
    [tx.stationId, conversation.id, most[kind].messages],
  )
  const { rows: people } = await tx.client.query(
    `select c.name as contact, c.phone, r.name as resident, r.nicknames, h.address
     from contacts c left join residents r on r.station_id = $1 and r.id = c.resident_id
     left join households h on h.station_id = $1 and h.id = r.household_id where c.station_id = $1 and c.id = $2`,
    [tx.stationId, conversation.contactId],
  )
  const her = people[0]
  const said = rows.map((row) => row.body as string).join('\n')
  if (await isOfMinor(tx, conversation.id, conversation.contactId))
    throw conflict('未成年人的事不交给外面的模型，请您自己写。')
  let letters = 0
  const lines: Talk['lines'] = []
  for (const { direction, body, has_files } of rows) {
    const text = [body, has_files ? '（还有图片、录音或文件，没有交出去）' : ''].filter(Boolean).join(' ')
    letters += text.length
    if (letters > most[kind].letters) break
    lines.unshift({ who: direction === 'inbound' ? 'resident' : 'officer', text })
  }
  const asked = rows
    .filter(({ direction, body }) => direction === 'inbound' && body !== '')
    .slice(0, 3)
    .map(({ body }) => body as string)
    .reverse()
    .join('\n')
  if (asked === '') throw conflict('居民还没有写字，机器没有可看的。请先听录音、看照片，再自己写。')
  const { rows: named } = await tx.client.query(
    `select name from residents where station_id = $1 and name = any($2)
     union select name from officers where station_id = $1
     union select name from contacts where station_id = $1 and name = any($2)`,
    [tx.stationId, possibleNames(said)],
  )
  const { rows: places } = await tx.client.query(
    `select name from villages where station_id = $1 union select unnest(aliases) from villages where station_id = $1
     union select address from stations where id = $1`,
    [tx.stationId],
  )
  return {
    lines,
    asked,
    names: [her?.contact, her?.resident, ...(her?.nicknames ?? []), ...named.map(({ name }) => name)].filter(
      Boolean,
    ),
    places: [her?.address, ...places.map(({ name }) => name)].filter(Boolean),
  }
}
