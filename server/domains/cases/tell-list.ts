import { listFact } from '../../../contract/list-materials.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { tellFacts } from '../inbox/conversation-facts.ts'
import type { LockedCase } from './lock-case.ts'
import { bringFrom, readChecklists } from './read-checklists.ts'

/** Gives the scripts of the case's conversation what the family has to bring as things stand now. */
export async function tellList(
  tx: Tx,
  { id, conversationId }: Pick<LockedCase, 'id' | 'conversationId'>,
): Promise<void> {
  if (!conversationId) return
  const [list] = await readChecklists(tx, [id])
  if (list) await tellFacts(tx, conversationId, { 材料清单: listFact(bringFrom(list)) })
}
