import type { LightMyRequestResponse } from 'fastify'
import { newId } from '../../server/platform/id.ts'
import { expectAtDoor } from './expect-at-door.ts'
import { addressOf, objectParams, type Request, requestOf, swap } from './make-request.ts'
import type { Kind, Row, Things } from './row.ts'
import type { CallerName, MatrixServer } from './start-matrix-server.ts'
import type { watchRows } from './watch-rows.ts'

/** What an auxiliary sees by its village. */
const ofVillage: ReadonlySet<Kind> = new Set<Kind>([
  'appointment',
  'case',
  'caseClock',
  'caseMerge',
  'casePerson',
  'contact',
  'conversation',
  'file',
  'household',
  'linkedCase',
  'message',
  'resident',
  'otherResident',
  'residentPhone',
  'residentRelation',
  'residentMerge',
  'rumour',
  'rumourEvidence',
  'broadcast',
  'script',
])

/** What residents of one station share. */
const ofStation: ReadonlySet<Kind> = new Set<Kind>([
  'guide',
  'guideSlug',
  'officer',
  'spareVillage',
  'village',
])

type Try = {
  who: CallerName
  what: string
  ids: [string, string]
  hidden: Request
  missing: Request
  missed: number[]
}

/**
 * Asks for what the caller may not see (of another station, of another resident, of a village she does not have),
 * in every place where the route takes an id, and for ids that nothing has. Says where the two differ or rows changed.
 */
export async function callForHidden(
  server: MatrixServer,
  watch: Awaited<ReturnType<typeof watchRows>>,
  row: Row,
): Promise<string[]> {
  const tries = await triesOf(server, row)
  if (tries.length === 0) return []
  const faults: string[] = []
  const before = await watch.look()
  for (const { who, what, ids, hidden, missing, missed } of tries) {
    const { statusCode, ...answer } = await server.call(who, hidden)
    const first = answerOf({ statusCode, ...answer }, ids[0])
    const second = answerOf(await server.call(who, missing), ids[1])
    const name = `${row.route} as ${who} with ${what}`
    if (first !== second) faults.push(`${name}: ${first} but a missing one ${second}`)
    if (!missed.includes(statusCode)) faults.push(`${name}: answered ${first}`)
  }
  // To look is written down, whatever is found.
  if (row.route.startsWith('GET ') && row.query) return faults
  await watch.expectUnchanged(before, row.route).catch((error) => faults.push(error.message))
  return faults
}

/** Says which requests do not find the object of the caller herself, so that the refusals above prove something. */
export async function callForOwn(server: MatrixServer, row: Row): Promise<string[]> {
  if (objectParams(row).length === 0 || row.nothingOwn) return []
  if (row.reset) await server.owner.query(row.reset, [server.own[objectParams(row)[0]![1]]])
  const { statusCode, body } = await server.call(callerOf(row), await requestOf(row, server.own))
  return statusCode === 404 || statusCode >= 500
    ? [`${row.route}: her own is answered ${statusCode} ${body}`]
    : []
}

export function callerOf(row: Row): CallerName {
  if (row.access === 'resident') return 'resident'
  if (row.access === 'public' || row.access === 'visitor') return 'anonymous'
  return row.access === 'signed_in' ? 'officer' : 'chief'
}

/** Everything but the request's own number, the moment, and the asked id where a list says what it was asked for. */
function answerOf({ statusCode, body, headers }: LightMyRequestResponse, asked: string): string {
  const text = body.replace(/,"requestId":"[^"]*"/, '').replace(/"snapshotAt":"[^"]*"/, '')
  return `${statusCode} ${headers['content-type']} ${text.replaceAll(asked, '(asked)')}`
}

async function triesOf(server: MatrixServer, row: Row): Promise<Try[]> {
  const { own, west, other } = server
  const tries: Try[] = []
  const add = async (who: CallerName, whose: string, from: Things, kinds: (kind: Kind) => boolean) => {
    const may = (kind: Kind) => from[kind] !== own[kind] && kinds(kind)
    for (const [name, kind] of objectParams(row)) {
      if (!may(kind)) continue
      const request = await requestOf(row, own)
      const url = (id: string) => addressOf(row, own, { [name]: id })
      const what = `the ${kind} of ${whose} as :${name}`
      const missingId = kind === 'guideSlug' ? 'nowhere' : newId()
      tries.push({
        who,
        what,
        ids: [from[kind], missingId],
        hidden: { ...request, url: url(from[kind]) },
        missing: { ...request, url: url(missingId) },
        // A deed that is an officer's is refused to an auxiliary before anything is looked for.
        missed: who === 'eastAuxiliary' ? [404, 403] : [404],
      })
    }
    const read = row.route.startsWith('GET ')
    for (const variant of (row.bodies ?? [null]).keys()) {
      const request = await requestOf(row, own, variant)
      for (const kind of Object.keys(own) as Kind[]) {
        if (!may(kind) || typeof own[kind] !== 'string') continue
        const parts = { query: request.query, payload: request.payload }
        const hidden = swap(parts, own[kind], from[kind])
        const missingId = newId()
        const missing = swap(parts, own[kind], missingId)
        if (!hidden || !missing || row.unchecked?.[kind]) continue
        tries.push({
          who,
          what: `the ${kind} of ${whose} named inside`,
          ids: [from[kind], missingId],
          hidden: { ...request, ...hidden },
          missing: { ...request, ...missing },
          // A list narrowed to what is not there is empty; everything else has to be refused.
          missed: read ? [200, 400, 404] : [400, 403, 404, 409],
        })
      }
    }
  }
  if (row.access === 'resident') {
    await add('resident', 'another resident', west, (kind) => !ofStation.has(kind))
    await add('resident', 'another station', other, () => true)
  } else if (row.access !== 'public') {
    await add(callerOf(row), 'another station', other, () => true)
    if (expectAtDoor(row.access, 'eastAuxiliary') === 'allowed')
      await add('eastAuxiliary', 'a village she does not have', west, (kind) => ofVillage.has(kind))
  }
  return tries
}
