import { type Office, offices } from '../../../../contract/vocabulary.ts'
import type { Context } from '../../../platform/context.ts'
import { writeEvents } from '../../../platform/events/write-events.ts'
import { stationDay } from '../../../platform/station-day.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import { doorOf } from '../../residents/digital-door.ts'
import { askToPhone } from '../ask-to-phone.ts'
import { tellResident } from '../tell-resident.ts'

/** Of the phone call by which somebody asks whom no message reaches. */
export const callOf = (referralId: string) => `referral-${referralId}`

const system = { kind: 'system', id: null } as const

/**
 * The job of every morning: asks each resident whose day has come whether the other office has done it. Each question is
 * a transaction of its own and is asked once, whatever becomes of it; whom no message reaches is rung up. Returns how many
 * were asked.
 */
export async function askAfterReferrals(
  context: Pick<Context, 'pool'>,
  { stationId }: { stationId: string },
  now = new Date(),
): Promise<number> {
  const due = await inStation(context.pool, stationId, async (tx) => {
    const { rows } = await tx.client.query({
      name: 'list-referrals-to-ask',
      text: `select id from office_referrals where station_id = $1 and ask_on <= $2 and asked_at is null and answer is null
             order by ask_on, id`,
      values: [tx.stationId, stationDay(now)],
    })
    return rows.map((row) => row.id as string)
  })
  let asked = 0
  let failure: unknown
  for (const id of due) {
    try {
      if (await inStation(context.pool, stationId, (tx) => askOne(tx, id, now))) asked++
    } catch (error) {
      failure = error
    }
  }
  if (failure) throw failure
  return asked
}

async function askOne(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { rows } = await tx.client.query(
    `update office_referrals r set asked_at = $3 from conversations c
     where r.station_id = $1 and r.id = $2 and r.asked_at is null and r.answer is null
       and c.station_id = $1 and c.id = r.conversation_id
     returning r.office, r.phone, c.id as "conversationId", c.contact_id as "contactId", c.village_id as "villageId"`,
    [tx.stationId, id, now],
  )
  const referral = rows[0]
  if (!referral) return false
  const { name } = offices[referral.office as Office]
  const { conversationId, contactId, villageId } = referral
  if (await doorOf(tx, contactId))
    await tellResident(tx, system, {
      conversationId,
      body: `前几天请您打 ${referral.phone} 找${name}的那件事，那边办好了吗？请点“办好了”或“还没办好”，也可以直接回我们一句。`,
      officerId: null,
      key: `referral-asked-${id}`,
    })
  else
    await askToPhone(tx, system, {
      conversationId,
      reason: 'referral_unasked',
      cause: callOf(id),
      words: `问一问：前几天请她打 ${referral.phone} 找${name}的那件事，那边办好了没有。问到了请在这件事里记下结果。`,
    })
  await writeEvents(tx, system, [
    { name: 'referral.asked', subject: { kind: 'referral', id }, conversationId, contactId, villageId },
  ])
  return true
}
