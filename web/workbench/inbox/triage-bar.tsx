import { QuestionCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Conversation } from '../../api/inbox.ts'
import { whyText } from '../../ui/text/workbench/why.ts'
import { TriageChips } from './triage-chips.tsx'

/** What the machine made of the message, and the way to why. */
export function TriageBar({ data, onWhy }: { data: Conversation; onWhy: () => void }) {
  return (
    <div className="triage-bar">
      <TriageChips data={data} />
      {data.mayHandle && data.reading && (
        <Button
          size="small"
          type="text"
          className="chip"
          icon={<QuestionCircleOutlined />}
          aria-keyshortcuts="?"
          title={whyText.keys}
          onClick={onWhy}
        >
          {whyText.why}
        </Button>
      )}
    </div>
  )
}
