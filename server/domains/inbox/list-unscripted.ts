import type { Static } from 'typebox'
import type { Unscripted } from '../../../contract/script-use.ts'
import type { Scenario } from '../../../contract/vocabulary.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { groupByLikeness } from '../scripts/group-by-likeness.ts'
import { suggestScripts } from '../scripts/suggest-scripts.ts'
import { answeredWithTakenWords } from './keep-taken-words.ts'
import { handledConversations } from './visibility.ts'

const newest = 500
const mostGroups = 20
const examples = 3
const shownLength = 80

type Asked = {
  id: string
  number: string
  scenario: Scenario
  village_id: string | null
  body: string
  contact_name: string
}

/**
 * First messages of matters a person has answered without a script and without other approved words (a rumour's reply),
 * alike beside alike: what to write a script for. Names of contacts and long numbers are taken out of the examples; whose
 * words were shown is written down.
 */
export async function listUnscripted(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  days: number,
): Promise<Static<typeof Unscripted>> {
  const handled = handledConversations(session, 3)
  const { rows } = await tx.client.query<Asked>(
    `select c.id, c.number, c.scenario, c.village_id, f.body, p.name as contact_name
     from conversations c
     join contacts p on p.station_id = $1 and p.id = c.contact_id
     join lateral (select m.body from messages m where m.station_id = $1 and m.conversation_id = c.id and m.direction = 'inbound'
       order by m.sent_at, m.id limit 1) f on length(f.body) >= 4
     where c.station_id = $1 and c.opened_at >= now() - make_interval(days => $2) and c.merged_into is null and ${handled.sql}
       and exists (select from messages a where a.station_id = $1 and a.conversation_id = c.id and a.direction = 'outbound'
         and a.author_officer_id is not null)
       and not exists (select from messages s where s.station_id = $1 and s.conversation_id = c.id and s.direction = 'outbound'
         and s.script_id is not null)
       and not ${answeredWithTakenWords}
     order by c.opened_at desc limit ${newest}`,
    [tx.stationId, days, ...handled.values],
  )
  const groups = groupByLikeness(
    rows.map((row) => ({ ...row, words: withoutNames(row) })),
    ({ words }) => words,
  ).slice(0, mostGroups)
  const shown = groups.flatMap(({ items }) => items.slice(0, examples).map(({ id }) => id))
  await recordListed(tx, actor, 'conversation.listed', shown, { of: 'unscripted' })
  const told = []
  for (const { items, words } of groups) {
    const scenario = mostOf(items.map((item) => item.scenario))
    const text = items[0]!.body
    const [fits] = await suggestScripts(tx, { text, scenario, villageId: null, role: session.role })
    told.push({
      words,
      scenario,
      count: items.length,
      nearest: fits ? { scriptId: fits.scriptId, title: fits.title } : null,
      examples: items.slice(0, examples).map((item) => ({
        conversationId: item.id,
        number: item.number,
        words: item.words.length > shownLength ? `${item.words.slice(0, shownLength)}…` : item.words,
      })),
    })
  }
  return { looked: rows.length, groups: told }
}

/** The words without the sender's name, identity numbers and phones. */
function withoutNames({ body, contact_name: name }: Asked): string {
  const words = name.length >= 2 ? body.replaceAll(name, '某某') : body
  return words.replaceAll(/\d[\d -]{5,}[\dXx]/g, '（号码）')
}

function mostOf<T>(values: T[]): T {
  const count = (value: T) => values.filter((each) => each === value).length
  return values.reduce((best, value) => (count(value) > count(best) ? value : best))
}
