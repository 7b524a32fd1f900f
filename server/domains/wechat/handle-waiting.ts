import type { Api } from '../../gateways/wecom/api/api.ts'
import { readKfMessage } from '../../gateways/wecom/calls/read-kf-message.ts'
import type { Context } from '../../platform/context.ts'
import { inStation } from '../../platform/tenancy.ts'
import { gatherRuns } from './gather-runs.ts'
import { handleItem } from './handle-item.ts'
import { handleTogether } from './handle-together.ts'
import { type Item, itemColumns, itemOf } from './item.ts'
import { learnNames } from './learn-names.ts'
import { takeRun } from './take-run.ts'

type Handling = Pick<Context, 'pool' | 'jobs' | 'log' | 'config'>

const batchSize = 1000
const peopleAtOnce = 24

/**
 * Turns what lies unhandled of an account into messages and facts: in the order of each person, several people at
 * once. Plain words of many go in together (handle-together.ts), everything else one by one. One that fails is left to
 * a job and does not hold up the others.
 */
export async function handleWaiting(
  context: Handling,
  api: Api | null,
  stationId: string,
  openKfid: string,
): Promise<void> {
  const together = gatherRuns(
    (plain) => handleTogether(context, stationId, openKfid, plain),
    (err) => context.log.warn({ err }, 'WeChat messages are handled one by one'),
  )
  for (;;) {
    const items = await listWaiting(context, stationId, openKfid)
    if (items.length === 0) return
    await learnNames(context, api, stationId, items).catch((err) =>
      context.log.warn({ err }, 'names of residents could not be asked for'),
    )
    const people = [...groupByPerson(items).values()]
    const singly = async (item: Item) => handleOrSetAside(context, api, stationId, item)
    await handleInOrder(people, together, singly)
    if (items.length < batchSize) return
  }
}

async function handleInOrder(
  people: Item[][],
  together: ReturnType<typeof gatherRuns>,
  singly: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting: (() => void)[] = []
  let busy = 0
  const seated = async (items: Item[]) => {
    if (busy >= peopleAtOnce) await new Promise<void>((done) => waiting.push(done))
    else busy++
    try {
      for (const item of items) await singly(item)
    } finally {
      // The seat goes to the next in the row, who need not count it again.
      const next = waiting.shift()
      if (next) next()
      else busy--
    }
  }
  const inOrder = async (own: Item[]) => {
    while (own.length > 0) {
      const run = takeRun(own)
      if (run.length === 0) await seated([own.shift()!])
      else if (!(await together(run))) await seated(run.map(({ item }) => item))
    }
  }
  // Each comes to its own end before the worst is told: nobody's item is in work when this is over.
  const ends = await Promise.allSettled(people.map(inOrder))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

async function listWaiting({ pool }: Handling, stationId: string, openKfid: string): Promise<Item[]> {
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query({
      name: 'list-waiting-kf-messages',
      text: `select ${itemColumns} from kf_messages where station_id = $1 and open_kfid = $2 and handled_at is null
        and troubled_at is null order by place limit ${batchSize}`,
      values: [stationId, openKfid],
    }),
  )
  return rows.map(itemOf)
}

/** Who has just come in is greeted first: the greeting's code is good for twenty seconds. */
function groupByPerson(items: Item[]): Map<string, Item[]> {
  const people = new Map<string, Item[]>()
  const entered = (item: Item) => readKfMessage(item.raw, item.openKfid).content.kind === 'entered'
  for (const item of [...items.filter(entered), ...items.filter((item) => !entered(item))]) {
    const own = people.get(item.externalUserId) ?? []
    own.push(item)
    people.set(item.externalUserId, own)
  }
  for (const own of people.values()) own.sort((a, b) => a.place - b.place)
  return people
}

async function handleOrSetAside(
  context: Handling,
  api: Api | null,
  stationId: string,
  item: Item,
): Promise<void> {
  try {
    await handleItem(context, api, stationId, item)
  } catch (error) {
    context.log.warn({ err: error as Error, msgid: item.msgid }, 'a WeChat message is left to its job')
    // The database away fails here too, and then all of it comes again.
    await inStation(context.pool, stationId, async (tx) => {
      await tx.client.query(
        `update kf_messages set troubled_at = clock_timestamp() where station_id = $1 and open_kfid = $2 and msgid = $3`,
        [stationId, item.openKfid, item.msgid],
      )
      await context.jobs.send(tx, 'handle-kf-message', {
        stationId,
        openKfid: item.openKfid,
        msgid: item.msgid,
      })
    })
  }
}
