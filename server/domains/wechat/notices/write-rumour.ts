import type { Tx } from '../../../platform/tenancy.ts'
import { loadSession } from '../../officers/load-session.ts'
import { villageScope } from '../../residents/visibility.ts'
import {
  readDraftToApprove,
  readDueRumour,
  readFreshEvidence,
  readSendableRumour,
} from '../../rumours/views.ts'
import { waitingGroups } from '../../rumours/waiting-groups.ts'
import type { Notice, Written } from './notice.ts'

/**
 * A newer reply for her groups, a promise that is late, a draft that waits for her, or evidence that came after her reply;
 * null when it is done, or another version goes out by now.
 */
export async function writeRumour(tx: Tx, origin: string, notice: Notice): Promise<Written | null> {
  const session = await loadSession(tx, notice.officerId, { sessionId: notice.id, steppedUpAt: null })
  if (!session?.permissions.has('rumours.read')) return null
  const [id = '', version] = notice.about.split(' ')
  const url = `${origin}/workbench/rumours/${id}`
  const card = (title: string, description: string, button: string): Written => ({
    assigneeId: null,
    message: { kind: 'textcard', title, description, url, button },
  })
  if (notice.kind === 'rumour_due') {
    if (!session.permissions.has('rumours.decide')) return null
    const rumour = await readDueRumour(tx, session, id, Number(version))
    return (
      rumour &&
      card(
        '辟谣答复该更新了',
        `“${rumour.words}”\n答应居民更新的时间已经过了，请核实后起草新的答复。`,
        '去更新',
      )
    )
  }
  if (notice.kind === 'rumour_draft') {
    if (!session.permissions.has('scripts.approve')) return null
    const draft = await readDraftToApprove(tx, session, id, Number(version))
    return (
      draft &&
      card(
        '有辟谣答复等您批准',
        `“${draft.words}”\n${draft.draftedBy}起草，另一个人看过批准了才能发。`,
        '去看答复',
      )
    )
  }
  if (notice.kind === 'rumour_evidence') {
    if (!session.permissions.has('rumours.draft')) return null
    const fresh = await readFreshEvidence(tx, session, id)
    return (
      fresh &&
      card(
        '传言有了新的依据',
        `“${fresh.words}”\n答复起草以后又记了 ${fresh.count} 条依据，请看要不要更新答复。`,
        '去看依据',
      )
    )
  }
  const rumour = await readSendableRumour(tx, session, id, Number(version))
  const groups = rumour ? await waitingGroups(tx, id, villageScope(session)) : []
  if (!rumour || groups.length === 0) return null
  return card(
    rumour.isCorrection ? '要更正：之前的辟谣答复说错了' : '辟谣有新答复，请发到群里',
    `“${rumour.words}”\n有 ${groups.length} 个群还没收到这一版。在群聊的侧边栏里点“发到群里”，或复制后粘贴。`,
    '看答复',
  )
}
