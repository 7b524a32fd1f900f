import { Button, Modal } from 'antd'
import { useState } from 'react'
import { takeTalkBack } from '../../api/wechat.ts'
import { sessionText } from '../../ui/text/workbench/wechat-session.ts'
import { useMay } from '../officers/use-me.ts'
import { useDeed } from '../ui/use-deed.ts'

/** Ends a colleague's chat in the WeCom client with one account of ours, once it was asked whether that is meant. */
export function TakeBackButton({ id, line, small }: { id: string; line: string; small?: boolean }) {
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const back = useDeed(() => takeTalkBack(id, line), {
    said: sessionText.takenBack,
    touches: [['conversation', id]],
    onDone: () => setAsking(false),
  })
  if (!may('conversations.assign')) return null
  return (
    <>
      <Button size={small ? 'small' : 'middle'} onClick={() => setAsking(true)}>
        {sessionText.takeBack}
      </Button>
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
    </>
  )
}
