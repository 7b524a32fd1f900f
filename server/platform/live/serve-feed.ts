import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { isCursor, isFarBehind, readFeedEnd } from '../events/read-feed.ts'
import { inStation } from '../tenancy.ts'
import type { HeardEvent } from './audience.ts'
import { readHeard } from './read-heard.ts'
import type { Signal } from './signal.ts'

const pageSize = 500
/** More than this is not caught up with: loading the page again is less. */
const mostMissed = 2000
const pulseMs = 10_000
/** A client this far behind is cut off; it comes back by its cursor and catches up. */
const maxWaitingBytes = 1024 * 1024

export type FeedAudience = {
  stationId: string
  /** What of an event this person may know, or null when nothing. */
  show: (event: HeardEvent) => Record<string, unknown> | null
  showSignal?: (signal: Signal) => Record<string, unknown> | null
  /** Asked at every pulse: false ends the stream (signed out, disabled). */
  stillAllowed: () => Promise<boolean>
}

/**
 * Answers with server-sent events: `hello` with the cursor and the server's time, then each event with its cursor
 * as id. A client that returns with Last-Event-ID gets what it missed first; nothing is missed in between because
 * it joins the feed before it reads the past.
 */
export async function serveFeed(
  context: Pick<Context, 'pool' | 'live'>,
  request: FastifyRequest,
  reply: FastifyReply,
  audience: FeedAudience,
): Promise<void> {
  const { stationId } = audience
  const asked = String(request.headers['last-event-id'] ?? (request.query as { after?: string }).after ?? '')
  const { raw } = reply
  reply.hijack()
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  })
  let ended = false
  let sent = ''
  const waiting: HeardEvent[] = []
  let live = false

  function write(name: string, data: unknown, id?: string): void {
    if (ended) return
    raw.write(`${id ? `id: ${id}\n` : ''}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
    if (raw.writableLength > maxWaitingBytes) end()
  }
  function send(event: HeardEvent): void {
    if (compareCursors(event.cursor, sent) <= 0) return
    sent = event.cursor
    const shown = audience.show(event)
    if (shown) write('change', { cursor: event.cursor, ...shown }, event.cursor)
  }
  const { leave, begun } = context.live.subscribe(stationId, {
    event: (event) => (live ? send(event) : waiting.push(event)),
    signal: (signal) => {
      const shown = audience.showSignal?.(signal)
      if (shown) write('signal', shown)
    },
  })
  const pulse = setInterval(async () => {
    if (!(await audience.stillAllowed().catch(() => true))) {
      write('signed_out', {})
      end()
      return
    }
    write('pulse', { at: new Date() })
  }, pulseMs)
  function end(): void {
    if (ended) return
    ended = true
    clearInterval(pulse)
    leave()
    raw.end()
  }
  raw.on('close', end)
  raw.on('error', end)

  // The reader of the station must have its place before the past is read, or what lies between would be nobody's.
  await begun
  const newest = await inStation(context.pool, stationId, readFeedEnd)
  // A cursor from beyond the end comes from another database (a restore), and one from long ago would have everything
  // read that happened since: the client must load afresh.
  const known =
    isCursor(asked) &&
    compareCursors(asked, newest) <= 0 &&
    !(await inStation(context.pool, stationId, (tx) => isFarBehind(tx, asked, mostMissed)))
  sent = known ? asked : newest
  write('hello', { cursor: sent, at: new Date(), reset: asked !== '' && !known }, sent)
  for (let more = known; more && !ended; ) {
    const page = await inStation(context.pool, stationId, (tx) =>
      readHeard(tx, context.live.audiences, sent, pageSize),
    )
    for (const event of page.events) send(event)
    sent = page.cursor
    more = page.events.length === pageSize
  }
  live = true
  for (const event of waiting) send(event)
}

/** Feed order: by transaction number, then by id. */
export function compareCursors(a: string, b: string): number {
  const [ax = '0', ai = ''] = a.split('.')
  const [bx = '0', bi = ''] = b.split('.')
  if (ax.length !== bx.length) return ax.length - bx.length
  if (ax !== bx) return ax < bx ? -1 : 1
  return ai === bi ? 0 : ai < bi ? -1 : 1
}
