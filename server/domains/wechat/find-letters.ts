import type { WechatLetter } from '../../../contract/wechat.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { handledConversations, visibleConversations } from '../inbox/visibility.ts'

/** A letter with what is needed to act on it; never given out whole. */
export type FoundLetter = WechatLetter & {
  contactId: string | null
  villageId: string | null
  openKfid: string | null
  msgid: string | null
  digest: string | null
  /** Of a hint: its place. */
  item: string
  deadLetterId: string
}

/**
 * Letters an officer may see: the whole station's, or for an auxiliary those of conversations she sees and those given
 * to her. One by its id, locked; or all that are open and what became of the last twenty others.
 */
export async function findLetters(
  tx: Tx,
  session: OfficerSession,
  options: { id?: string; toHandle?: boolean } = {},
): Promise<FoundLetter[]> {
  const visible = (options.toHandle ? handledConversations : visibleConversations)(session, 4)
  const mine =
    session.scope === 'station' ? 'true' : `(l.owner_id = $3 or c.id is not null and ${visible.sql})`
  const { rows } = await tx.client.query(
    `select l.*, o.name as owner_name, ob.name as owned_by_name, rb.name as replayed_by_name, sb.name as settled_by_name,
       coalesce(p.nickname, '') as who, p.contact_id, p.village_id, c.id as conversation_id, c.number
     from wechat_letters l
     left join kf_messages k on k.station_id = $1 and k.open_kfid = l.open_kfid and k.msgid = l.msgid
     left join kf_people p on p.station_id = $1 and p.external_userid = k.external_userid
     left join conversations c on c.station_id = $1 and c.id = coalesce(k.conversation_id, p.conversation_id)
     left join officers o on o.station_id = $1 and o.id = l.owner_id
     left join officers ob on ob.station_id = $1 and ob.id = l.owned_by
     left join officers rb on rb.station_id = $1 and rb.id = l.replayed_by
     left join officers sb on sb.station_id = $1 and sb.id = l.settled_by
     where l.station_id = $1 and ($2::uuid is null or l.id = $2) and $3::uuid is not null and ${mine}
     order by (l.settled_at is null and l.replayed_at is null) desc, l.failed_at desc limit 200
     ${options.id ? 'for update of l' : ''}`,
    [tx.stationId, options.id ?? null, session.officerId, ...visible.values],
  )
  const letters = rows.map(letterOf)
  const isOpen = ({ settled, replayed }: FoundLetter) => !settled && !replayed
  return options.id
    ? letters
    : [...letters.filter(isOpen), ...letters.filter((each) => !isOpen(each)).slice(0, 20)]
}

/** One of them, locked; what may not be seen is missing. Who was only mentioned in its conversation reads and decides nothing. */
export async function lockLetter(
  tx: Tx,
  session: OfficerSession,
  id: string,
  toHandle: boolean,
): Promise<FoundLetter> {
  const [letter] = await findLetters(tx, session, { id, toHandle })
  if (!letter) throw notFound()
  return letter
}

function letterOf(r: Record<string, unknown>): FoundLetter {
  const done = (at: unknown, by: unknown) =>
    at ? { at: (at as Date).toISOString(), by: (by as string | null) ?? '' } : null
  const settled = done(r['settled_at'], r['settled_by_name'])
  return {
    id: r['id'],
    job: r['job'],
    who: r['who'],
    conversation: r['conversation_id'] ? { id: r['conversation_id'], number: r['number'] } : null,
    errorCode: r['error_code'],
    failedAt: (r['failed_at'] as Date).toISOString(),
    owner: r['owner_id']
      ? { id: r['owner_id'], name: r['owner_name'], by: r['owned_by_name'] ?? null }
      : null,
    replayed: done(r['replayed_at'], r['replayed_by_name']),
    settled: settled && { ...settled, reason: r['reason'] },
    contactId: r['contact_id'],
    villageId: r['village_id'],
    openKfid: r['open_kfid'],
    msgid: r['msgid'],
    digest: r['digest'],
    item: r['item'],
    deadLetterId: r['dead_letter_id'],
  } as unknown as FoundLetter
}
