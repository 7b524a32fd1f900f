import { RobotOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { askMachine, type DraftingKind, isDraftingOn, type MachineDraft } from '../../api/language.ts'
import { draftingText as text } from '../../ui/text/workbench/drafting.ts'
import { useDeed } from '../ui/use-deed.ts'

/**
 * A machine's proposal, plainly marked as one: shown beside what left for it, put into the field by a tap, sent by nobody
 * but her. Nothing of it is kept when it is dropped.
 */
export function MachineDraftBox(props: {
  conversationId: string
  onUse: (words: string, kind: DraftingKind) => void
}) {
  const [draft, setDraft] = useState<MachineDraft>()
  const { data } = useQuery({ queryKey: ['drafting-on'], queryFn: isDraftingOn, staleTime: 60_000 })
  const ask = useDeed((kind: DraftingKind) => askMachine(props.conversationId, kind), { onDone: setDraft })
  if (!data?.on) return null
  if (!draft)
    return (
      <div className="machine-ask">
        {(['reply', 'summary'] as const).map((kind) => (
          <Button
            key={kind}
            size="small"
            icon={<RobotOutlined />}
            disabled={ask.isPending}
            loading={ask.isPending && ask.variables === kind}
            onClick={() => ask.mutate(kind)}
          >
            {ask.isPending && ask.variables === kind ? text.working : text[kind]}
          </Button>
        ))}
      </div>
    )
  return (
    <section className="machine-draft" aria-label={text[draft.kind]}>
      <p>
        <RobotOutlined /> <b>{draft.kind === 'reply' ? text.marked : text.markedSummary}</b>
      </p>
      <p className="pre-line">{draft.text}</p>
      {draft.scripts.length > 0 && (
        <p className="quiet">{text.leansOn(draft.scripts.map(({ title }) => title).join('、'))}</p>
      )}
      <details>
        <summary>{text.left}</summary>
        <p className="pre-line quiet">{draft.sent}</p>
      </details>
      <div className="button-row">
        <Button
          size="small"
          onClick={() => {
            props.onUse(draft.text, draft.kind)
            setDraft(undefined)
          }}
        >
          {draft.kind === 'reply' ? text.use : text.useAsNote}
        </Button>
        <Button size="small" type="text" onClick={() => setDraft(undefined)}>
          {text.drop}
        </Button>
      </div>
    </section>
  )
}
