/** A stored item of an account, as kf_messages has it. */
export type Item = {
  openKfid: string
  msgid: string
  place: number
  externalUserId: string
  raw: Record<string, unknown>
  sentAt: Date
  pulledAt: Date
}

export const itemColumns = 'open_kfid, msgid, place, external_userid, raw, sent_at, pulled_at'

export function itemOf(row: Record<string, never>): Item {
  return {
    openKfid: row['open_kfid']!,
    msgid: row['msgid']!,
    place: Number(row['place']),
    externalUserId: row['external_userid']!,
    raw: row['raw']!,
    sentAt: row['sent_at']!,
    pulledAt: row['pulled_at']!,
  }
}
