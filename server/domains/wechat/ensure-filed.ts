import type { Context } from '../../platform/context.ts'
import { fileArrivals } from '../inbox/file-arrivals.ts'

/** In a rush messages lie on disk before they are filed; a fact about one needs it in its place. */
export async function ensureFiled(
  context: Pick<Context, 'pool' | 'jobs'>,
  stationId: string,
  contactId: string,
): Promise<void> {
  while ((await fileArrivals(context, stationId, { contactId })) > 0);
}
