import type { Tx } from '../../platform/tenancy.ts'
import { type IncomingMessage, takeArrivals } from './arrivals.ts'
import { fileTaken } from './file-arrivals.ts'

/**
 * Stores and files messages that were read together, in the transaction of the channel that brings them: what it notes
 * of them is on disk with them or not at all. False, with nothing to be kept, when one of them had arrived before: then
 * they are received one by one.
 */
export async function storeTogether(tx: Tx, incoming: IncomingMessage[]): Promise<boolean> {
  const taken = (await takeArrivals(tx.client, tx.stationId, incoming)).filter((each) => each !== null)
  return taken.length === incoming.length && (await fileTaken(tx, taken)) === incoming.length
}
