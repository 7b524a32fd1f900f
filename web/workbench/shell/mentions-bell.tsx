import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Empty, Popover } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { listMentions, seeMention } from '../../api/inbox.ts'
import { shellText } from '../../ui/text/workbench/shell.ts'
import { momentText } from '../../ui/time.ts'
import { queryClient } from './query-client.ts'

export function MentionsBell() {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const { data = [] } = useQuery({ queryKey: ['mentions'], queryFn: listMentions })
  const look = async (messageId: string, conversationId: string) => {
    setOpen(false)
    navigate(`/inbox/all/${conversationId}`)
    await seeMention(messageId).catch(() => {})
    void queryClient.invalidateQueries({ queryKey: ['mentions'] })
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title={shellText.mentions}
      content={
        data.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={shellText.noMentions} />
        ) : (
          <ul className="plain-list mention-list">
            {data.map((mention) => (
              <li key={mention.messageId}>
                <button
                  type="button"
                  className="row-button"
                  onClick={() => void look(mention.messageId, mention.conversationId)}
                >
                  <b>{mention.author}</b> <span className="quiet">{momentText(mention.sentAt)}</span>
                  <div className="two-lines">{mention.body}</div>
                </button>
              </li>
            ))}
          </ul>
        )
      }
    >
      <Button
        type="text"
        aria-label={`${shellText.mentions} ${data.length}`}
        icon={
          <Badge count={data.length} size="small">
            <BellOutlined style={{ fontSize: 18 }} />
          </Badge>
        }
      />
    </Popover>
  )
}
