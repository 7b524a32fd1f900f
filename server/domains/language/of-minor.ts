import type { Tx } from '../../platform/tenancy.ts'
import { heardIn } from '../inbox/transcripts/list-transcripts.ts'

/** Who says so is a child or speaks of one as of herself. */
const ofMinor =
  /我(?:今年|才|还|现在|刚)?(?:满|只有)?(?:[6-9]|1[0-7]|[六七八九]|十[一二三四五六七]?)岁|我(?:是|在|读|上)(?:小学|初中|高中|[一二三四五六七八九]年级|初[一二三]|高[一二三])|未成年/

/** SQL that is true for a resident (alias) under eighteen by the register. */
const bornAsMinor = (alias: string) =>
  `${alias}.born_on is not null and ${alias}.born_on > current_date - interval '18 years'`

/** Whether a matter is a child's, by the register or by what was written or said in it lately. */
export async function isOfMinor(tx: Tx, conversationId: string, contactId: string): Promise<boolean> {
  const { rows } = await tx.client.query(
    `select coalesce((select ${bornAsMinor('r')} from contacts c join residents r on r.station_id = $1 and r.id = c.resident_id
         where c.station_id = $1 and c.id = $3), false) as minor,
       array(select m.body from messages m where m.station_id = $1 and m.conversation_id = $2 and m.direction = 'inbound'
         order by m.sent_at desc, m.id desc limit 80) as said`,
    [tx.stationId, conversationId, contactId],
  )
  if (rows[0].minor) return true
  const said: string[] = [...rows[0].said, ...(await heardIn(tx, conversationId))]
  return said.some((words) => ofMinor.test(words))
}
