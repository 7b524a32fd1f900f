import type { FastifyRequest } from 'fastify'
import type { Context } from '../../platform/context.ts'
import { residentOf } from '../../platform/http/access.ts'
import { read } from '../../platform/http/write.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { hasArrivals } from './arrivals.ts'
import { fileArrivals } from './file-arrivals.ts'

/** A resident's look at her own matters. What she was given a number for is there, also in the middle of a rush. */
export async function readOwn<T>(
  context: Pick<Context, 'pool' | 'jobs'>,
  request: FastifyRequest,
  look: (tx: Tx, contactId: string) => Promise<T>,
): Promise<T> {
  const { stationId, contactId } = residentOf(request)
  const seen = await read(context, request, async (tx) =>
    (await hasArrivals(tx, contactId)) ? null : { answer: await look(tx, contactId) },
  )
  if (seen) return seen.answer
  while ((await fileArrivals(context, stationId, { contactId })) > 0);
  return read(context, request, (tx) => look(tx, contactId))
}
