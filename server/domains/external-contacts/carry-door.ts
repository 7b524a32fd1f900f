import { setTimeout as sleep } from 'node:timers/promises'
import type { EventName } from '../../../contract/event-names.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import type { Context } from '../../platform/context.ts'
import { AppError, conflict, notFound } from '../../platform/errors.ts'
import { type Actor, type NewEvent, writeEvents } from '../../platform/events/write-events.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { notConnected } from './connection.ts'

export type Code = { configId: string; qrCode: string }

/** A door as its row says it; `lost`: calls that went out and were never answered. */
export type AskedDoor = {
  id: string
  label: string
  villageId: string | null
  askedAt: Date
  lost: number
  configId: string | null
}

/** One kind of door: its table, how WeCom is asked for its code, and the names of what happens to it. */
export type DoorKind = {
  table: 'contact_doors' | 'chat_group_doors'
  path: string
  made: EventName
  unanswered: EventName
  subjectOf: (tx: Tx, door: AskedDoor) => Promise<NewEvent['subject']>
  /** Throws ApiError. Puts into the door a configuration it has got, as far as it came. */
  ask: (door: AskedDoor) => Promise<Code>
  /** Whether there is a WeCom to ask. */
  isConnected: boolean
}

/** What WeCom's slowest answer takes, with its own repeats; who is still asking after that has died. */
export const askingSeconds = 90
const waitMs = 20_000

const unanswered =
  '没有收到企业微信的回答，不知道二维码生成了没有。它已经记在下面的列表里，请在那里点“再试一次”，不用另做一个。'

const halfAnswered = '二维码已经生成，但没有取到图片的地址。请在下面的列表里点“再试一次”。'

/**
 * Asks WeCom for the code of a door whose row is committed, and writes down what came of it. Nothing is held meanwhile: a
 * second tap waits for the first one's answer here. `mine`: the row is this request's own; `again`: somebody saw that no
 * answer came and wants it tried once more; `same`: the same request over again, which repeats a refused call only.
 */
export async function carryDoor(
  context: Pick<Context, 'pool'>,
  stationId: string,
  actor: Actor,
  kind: DoorKind,
  id: string,
  why: 'mine' | 'again' | 'same',
): Promise<{ id: string; qrUrl: string }> {
  const door = why === 'mine' ? 'take' : await waitForDoor(context, stationId, kind, id, why)
  if (door !== 'take') return { id, qrUrl: door.qrUrl }
  const asked = await inStation(context.pool, stationId, (tx) => readDoor(tx, kind, id))
  try {
    const code = await kind.ask(asked)
    await inStation(context.pool, stationId, async (tx) => {
      await tx.client.query(
        `update ${kind.table} set config_id = $3, qr_url = $4, made_at = clock_timestamp(), asking_until = null
         where station_id = $1 and id = $2`,
        [tx.stationId, id, code.configId, code.qrCode],
      )
      await tell(tx, actor, kind, kind.made, asked)
    })
    return { id, qrUrl: code.qrCode }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    await noteFailure(context, stationId, actor, kind, asked, error)
    const sentence = asked.configId ? halfAnswered : isLost(kind, error) ? unanswered : error.message
    // With its id where the row stays in the list: the page closes the form and shows it there.
    throw new AppError(
      'unavailable',
      sentence,
      asked.configId || isLost(kind, error) ? { door: id } : undefined,
    )
  }
}

/** Whether the code may be there although nobody told us: the call that makes it went out, and no answer came. */
const isLost = (kind: DoorKind, { kind: failure, path }: ApiError) =>
  (failure === 'unreachable' || failure === 'unreadable') && path === kind.path

/** The code that another request got, or 'take' when the call is ours to make: the row is then leased to us. */
async function waitForDoor(
  context: Pick<Context, 'pool'>,
  stationId: string,
  kind: DoorKind,
  id: string,
  why: 'again' | 'same',
): Promise<{ qrUrl: string } | 'take'> {
  for (const end = Date.now() + waitMs; Date.now() < end; await sleep(150)) {
    const found = await inStation(context.pool, stationId, async (tx) => {
      const { rows } = await tx.client.query(
        `select qr_url, refusal, coalesce(asking_until > clock_timestamp(), false) as asking
         from ${kind.table} where station_id = $1 and id = $2`,
        [tx.stationId, id],
      )
      const row = rows[0]
      if (!row) throw notFound()
      if (row.qr_url !== null) return { qrUrl: row.qr_url as string }
      if (row.asking) return null
      if (why === 'same' && row.refusal === null) throw new AppError('unavailable', unanswered, { door: id })
      if (!kind.isConnected) throw new AppError('unavailable', notConnected)
      // Whoever asked before and left neither code nor refusal died, or could not write down that no answer came. Of two
      // who come at once the condition lets one through.
      const { rowCount } = await tx.client.query(
        `update ${kind.table} set asking_until = clock_timestamp() + make_interval(secs => $3), refusal = null,
           lost = lost + case when asking_until is null then 0 else 1 end
         where station_id = $1 and id = $2 and qr_url is null and coalesce(asking_until <= clock_timestamp(), true)`,
        [tx.stationId, id, askingSeconds],
      )
      return rowCount === 1 ? ('take' as const) : null
    })
    if (found) return found
  }
  throw conflict('还在等企业微信的回答，请过一会儿刷新看看。')
}

async function readDoor(tx: Tx, kind: DoorKind, id: string): Promise<AskedDoor> {
  const { rows } = await tx.client.query(
    `select id, label, village_id as "villageId", asked_at as "askedAt", lost, config_id as "configId"
     from ${kind.table} where station_id = $1 and id = $2`,
    [tx.stationId, id],
  )
  return rows[0]
}

function noteFailure(
  context: Pick<Context, 'pool'>,
  stationId: string,
  actor: Actor,
  kind: DoorKind,
  door: AskedDoor,
  error: ApiError,
): Promise<void> {
  const lost = isLost(kind, error)
  return inStation(context.pool, stationId, async (tx) => {
    await tx.client.query(
      `update ${kind.table} set asking_until = null, lost = lost + $3, refusal = $4 where station_id = $1 and id = $2`,
      [tx.stationId, door.id, lost ? 1 : 0, lost || door.configId || door.lost > 0 ? null : error.message],
    )
    if (lost) await tell(tx, actor, kind, kind.unanswered, door)
  })
}

async function tell(tx: Tx, actor: Actor, kind: DoorKind, name: EventName, door: AskedDoor) {
  await writeEvents(tx, actor, [{ name, subject: await kind.subjectOf(tx, door), villageId: door.villageId }])
}
