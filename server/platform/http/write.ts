import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { AppError, conflict } from '../errors.ts'
import type { Actor } from '../events/write-events.ts'
import { inStation, type Tx } from '../tenancy.ts'

/** Who acts in this request, for events. */
export function actorOf(request: FastifyRequest): Actor {
  if (request.officerSession)
    return { kind: 'officer', id: request.officerSession.officerId, requestId: request.id }
  if (request.residentSession)
    return { kind: 'resident', id: request.residentSession.contactId, requestId: request.id }
  return { kind: 'system', id: null, requestId: request.id }
}

function stationOf(request: FastifyRequest): string {
  const stationId = request.officerSession?.stationId ?? request.residentSession?.stationId
  if (!stationId) throw new AppError('unauthenticated', '请先登录。')
  return stationId
}

/** One read of the signed-in person's station. */
export function read<T>(
  context: Pick<Context, 'pool'>,
  request: FastifyRequest,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return inStation(context.pool, stationOf(request), work)
}

/**
 * One change in the signed-in person's station. With an `Idempotency-Key` header it happens once. Not for a GET: a
 * stored answer would be read without a trace in the log, and be a copy of a person's words.
 */
export function write<T>(
  context: Pick<Context, 'pool'>,
  request: FastifyRequest,
  work: (tx: Tx, actor: Actor) => Promise<T>,
): Promise<T> {
  if (request.method === 'GET' || request.method === 'HEAD') throw new Error('a read is no write: use read()')
  const actor = actorOf(request)
  return inStation(context.pool, stationOf(request), (tx) =>
    actor.id ? onceByKey(tx, request, actor.id, () => work(tx, actor)) : work(tx, actor),
  )
}

/**
 * Runs `work` once for the request's key and actor: the key's row is written in the same transaction, so a second try
 * (also one that runs at the same moment, which waits at the unique key) gets the first answer. The same key with
 * another body is a 409. Without a key it just runs.
 */
export async function onceByKey<T>(
  tx: Tx,
  request: FastifyRequest,
  actorId: string,
  work: () => Promise<T>,
): Promise<T> {
  const key = keyOf(request)
  if (key === null) return work()
  const route = routeOf(request)
  const hash = createHash('sha256')
    .update(JSON.stringify(request.body ?? null))
    .digest()
  const { rowCount } = await tx.client.query({
    name: 'take-idempotency-key',
    text: `insert into idempotency_keys (station_id, actor_id, key, route, request_hash) values ($1, $2, $3, $4, $5)
             on conflict do nothing`,
    values: [tx.stationId, actorId, key, route, hash],
  })
  if (rowCount === 0) return firstAnswer<T>(tx, actorId, key, route, hash)
  const answer = await work()
  await tx.client.query({
    name: 'keep-idempotent-answer',
    text: 'update idempotency_keys set answer = $4 where station_id = $1 and actor_id = $2 and key = $3',
    values: [tx.stationId, actorId, key, JSON.stringify(answer ?? null)],
  })
  return answer
}

/** Whether this very request, by its key, was done before. */
export async function wasDone(tx: Tx, request: FastifyRequest, actorId: string): Promise<boolean> {
  const { rowCount } = await tx.client.query({
    name: 'was-done-by-key',
    text: 'select from idempotency_keys where station_id = $1 and actor_id = $2 and key = $3 and route = $4',
    values: [tx.stationId, actorId, keyOf(request), routeOf(request)],
  })
  return rowCount === 1
}

function keyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string') return null
  if (key.length < 8 || key.length > 80) throw new AppError('invalid', '请求编号的长度不对。')
  return key
}

function routeOf(request: FastifyRequest): string {
  return `${request.method} ${request.url.split('?')[0]}`
}

async function firstAnswer<T>(tx: Tx, actorId: string, key: string, route: string, hash: Buffer): Promise<T> {
  const { rows } = await tx.client.query({
    name: 'read-idempotent-answer',
    text: 'select route, request_hash, answer from idempotency_keys where station_id = $1 and actor_id = $2 and key = $3',
    values: [tx.stationId, actorId, key],
  })
  const first = rows[0]
  if (!first || first.route !== route || !hash.equals(first.request_hash)) {
    throw conflict('这个请求编号已经用在别的内容上，请刷新页面后再试。')
  }
  return first.answer as T
}
