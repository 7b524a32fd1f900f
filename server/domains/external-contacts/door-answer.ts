import type { DoorAnswer } from '../../../contract/external-contacts.ts'

/** What a door's row says of its code; the table is called d. */
export const doorColumns =
  'd.qr_url, d.asked_at, d.made_at, d.lost, coalesce(d.asking_until > clock_timestamp(), false) as asking'

type Row = { qr_url: string | null; asked_at: Date; made_at: Date | null; lost: number; asking: boolean }

export function doorAnswer(row: Row): DoorAnswer {
  return {
    state: row.qr_url !== null ? 'made' : row.asking ? 'asking' : 'unanswered',
    qrUrl: row.qr_url,
    askedAt: row.asked_at.toISOString(),
    madeAt: row.made_at?.toISOString() ?? null,
    lost: row.lost,
  }
}
