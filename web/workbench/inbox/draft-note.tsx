import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { clockTime } from '../../ui/time.ts'
import type { Draft } from './drafts.ts'

/** Whether what is typed is safe. */
export function DraftNote({ draft }: { draft: Draft }) {
  if (!draft.body) return null
  const words =
    draft.state === 'failed'
      ? inboxText.draftLocal
      : draft.state === 'saved' && draft.savedAt
        ? inboxText.draftSaved(clockTime(draft.savedAt))
        : inboxText.draftSaving
  return (
    <span className="quiet draft-note" role="status">
      {words}
    </span>
  )
}
