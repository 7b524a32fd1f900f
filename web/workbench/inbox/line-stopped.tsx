import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { Conversation } from '../../api/inbox.ts'
import { takeTalkBack } from '../../api/wechat.ts'
import { wechatText } from '../../ui/text/workbench/wechat.ts'
import { sessionText } from '../../ui/text/workbench/wechat-session.ts'
import { useMay } from '../officers/use-me.ts'
import { useDeed } from '../ui/use-deed.ts'

/** In place of the box to write in, while a colleague in the WeCom client has the chat or it is over. */
export function LineStopped({ data }: { data: Conversation }) {
  const { id } = data.conversation
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const back = useDeed(() => takeTalkBack(id), {
    said: sessionText.takenBack,
    touches: [['conversation', id]],
    onDone: () => setAsking(false),
  })
  const isOver = data.replyLine?.stopped === 'session_over'
  return (
    <div className="line-stopped" role="note">
      <p>{isOver ? wechatText.lineEnded : wechatText.lineStopped}</p>
      {!isOver && may('conversations.assign') && (
        <Button onClick={() => setAsking(true)}>{sessionText.takeBack}</Button>
      )}
      <Modal
        open={asking}
        title={sessionText.takeBackTitle}
        onCancel={() => setAsking(false)}
        onOk={() => back.mutate()}
        okText={sessionText.takeBack}
        confirmLoading={back.isPending}
      >
        {sessionText.takeBackHint}
      </Modal>
    </div>
  )
}
