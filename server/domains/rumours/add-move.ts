import type { RumourStage } from '../../../contract/vocabulary.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** One row: from now on it stands there. */
export async function addMove(
  tx: Tx,
  officerId: string,
  rumourId: string,
  move: { stage: RumourStage; office?: string | null; answersOn?: string | null; note?: string },
): Promise<void> {
  await tx.db
    .insertInto('rumourMoves')
    .values({
      stationId: tx.stationId,
      id: newId(),
      rumourId,
      stage: move.stage,
      office: move.office ?? null,
      answersOn: move.answersOn ?? null,
      note: move.note ?? '',
      movedBy: officerId,
    })
    .execute()
}
