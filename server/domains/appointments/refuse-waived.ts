import type { MissingPapers } from '../../../contract/case-changes.ts'
import { conflict } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import type { AppointmentRow } from './appointment-rows.ts'
import { ownListOf } from './own-lists.ts'

/**
 * Nobody is sent home for a paper that her own list does not name: what she answered is put right first, and then the list
 * names it, for her too. Throws `conflict`.
 */
export async function refuseWaived(
  tx: Tx,
  row: AppointmentRow,
  missing: MissingPapers | undefined,
): Promise<void> {
  if (!missing) return
  const { waived, frozen } = await ownListOf(tx, row)
  const wrong = waived.find((paper) => missing.some(({ key }) => key === paper.key))
  // Where nothing can be put right any more, what happened is written down all the same.
  if (!wrong || frozen) return
  throw conflict(
    wrong.setAside
      ? `“${wrong.name}”在案件里标了不需要。真要带的，请先在案件里改过来，再登记缺材料。`
      : `照居民家的回答，不用带“${wrong.name}”。真要带的，请先在预约里把回答改对，再登记缺材料。`,
  )
}
