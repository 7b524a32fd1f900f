import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Another desk says that its approved words were put into the answer of a matter. Whether they are sent, the answer shows. */
export async function keepTakenWords(
  tx: Tx,
  taken: { conversationId: string; officerId: string; words: string },
): Promise<void> {
  await tx.db
    .insertInto('takenWords')
    .values({ stationId: tx.stationId, id: newId(), ...taken })
    .execute()
}

/** Shorter pieces stand in any text (web/workbench/inbox/used-scripts.ts says the same of scripts). */
const shortestPiece = 4

/**
 * SQL that is true for the conversations (alias `c`, $1 the station) with an officer's answer in which something still
 * stands of the words that were taken for it before.
 */
export const answeredWithTakenWords = `exists (select from taken_words w
  join messages a on a.station_id = $1 and a.conversation_id = w.conversation_id and a.direction = 'outbound'
    and a.author_officer_id is not null and a.received_at >= w.taken_at
  cross join lateral regexp_split_to_table(w.words, '[\\s，。！？；：、,.!?;:（）()“”]+') as piece
  where w.station_id = $1 and w.conversation_id = c.id
    and length(piece) >= ${shortestPiece} and position(piece in a.body) > 0)`
