import type { WecomRefusal } from '../../../../contract/vocabulary.ts'
import { ApiError } from '../../../gateways/wecom/api/api-error.ts'
import { getSignedInUser } from '../../../gateways/wecom/calls/get-signed-in-user.ts'
import type { Context } from '../../../platform/context.ts'
import { writeEvents } from '../../../platform/events/write-events.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Device } from '../../officers/sign-in/device.ts'
import { type Entrance, enterAsMember } from '../../officers/wecom/enter-as-member.ts'
import type { SignInChannel } from './channel-of-code.ts'

/** Not in the visible range of the application (50002), as good as no member: WeCom names nobody. */
const strangers = new Set([50002, 60011, 60111])
/** 40029 wrong or used, 42003 over, 42022 used. */
const spent = new Set([40029, 42003, 42022])

/** Which member a code is of; once. */
export async function memberOfCode(
  channel: SignInChannel,
  code: string | undefined,
): Promise<{ userId: string } | { refusal: WecomRefusal }> {
  if (!code) return { refusal: 'spent_code' }
  try {
    return (await getSignedInUser(channel.api, code)) ?? { refusal: 'outsider' }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (strangers.has(error.errcode ?? 0)) return { refusal: 'outsider' }
    return { refusal: spent.has(error.errcode ?? 0) ? 'spent_code' : 'unavailable' }
  }
}

/** Signs in whom the code is of. A refusal that concerns no officer we know is noted on the station. */
export async function enterByCode(
  context: Pick<Context, 'pool'>,
  channel: SignInChannel,
  code: string | undefined,
  device: Device,
): Promise<Entrance> {
  const member = await memberOfCode(channel, code)
  const entrance =
    'refusal' in member ? member : await enterAsMember(context.pool, channel.stationId, member.userId, device)
  if ('refusal' in entrance && ['outsider', 'unbound', 'spent_code'].includes(entrance.refusal))
    await noteStranger(context, channel.stationId, entrance.refusal, device.requestId)
  return entrance
}

async function noteStranger(
  { pool }: Pick<Context, 'pool'>,
  stationId: string,
  reason: WecomRefusal,
  requestId: string,
): Promise<void> {
  await inStation(pool, stationId, (tx) =>
    writeEvents(tx, { kind: 'system', id: null, requestId }, [
      {
        name: 'officer.sign_in_refused',
        subject: { kind: 'station', id: stationId },
        data: { reason, way: 'wecom' },
      },
    ]),
  )
}
