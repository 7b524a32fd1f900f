import { Alert, Button } from 'antd'
import type { Case } from '../../api/cases.ts'
import { closeConversation } from '../../api/inbox.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { useMay } from '../officers/use-me.ts'
import { useDeed } from '../ui/use-deed.ts'

/**
 * The case is done and told, its conversation still open: one tap settles it the same way. A person does it or leaves
 * it; nothing closes by itself.
 */
export function CaseConversationClose({ data }: { data: Case }) {
  const may = useMay()
  const { conversation } = data
  const outcome = data.outcomes.find(({ reopenedAt }) => !reopenedAt)
  const close = useDeed(
    async () => {
      if (!conversation || !outcome) return
      const { settlement, emergency, words } = outcome
      // She has been told by the case: the closure sends nothing more.
      await closeConversation(conversation.id, { settlement, emergency, outcome: words, tell: false })
    },
    {
      said: caseText.conversationClosed,
      touches: [['case', data.id], ['conversation'], ['conversations'], ['counts'], ['home']],
    },
  )
  const over = data.status === 'done' || data.status === 'closed'
  if (!over || !outcome?.toldAt || !conversation || conversation.closed || !may('conversations.close'))
    return null
  return (
    <Alert
      className="gap-below"
      type="info"
      showIcon
      title={caseText.conversationOpen(conversation.number)}
      action={
        <Button size="small" type="primary" loading={close.isPending} onClick={() => close.mutate()}>
          {caseText.closeConversation}
        </Button>
      }
    />
  )
}
