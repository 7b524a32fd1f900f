import { type ConversationItem, reopenConversation } from '../../api/inbox.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useDeed } from '../ui/use-deed.ts'

export function ReopenDialog({ item, onClose }: { item: ConversationItem; onClose: () => void }) {
  const reopen = useDeed((reason: string) => reopenConversation(item.id, reason), {
    said: inboxText.reopened,
    touches: [['conversation', item.id], ['conversations'], ['counts']],
    onDone: onClose,
  })
  return (
    <ReasonDialog
      title={inboxText.reopen}
      label={inboxText.reopenReason}
      busy={reopen.isPending}
      onReason={(reason) => reopen.mutate(reason)}
      onClose={onClose}
    />
  )
}
