import { useQuery } from '@tanstack/react-query'
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { handOverTalk, listServicers } from '../../api/wechat.ts'
import { sessionText } from '../../ui/text/workbench/wechat-session.ts'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** Gives a WeChat chat to somebody who serves its account in the WeCom client, after saying what that means. */
export function HandOverDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [member, setMember] = useState<string>()
  const query = useQuery({
    queryKey: ['servicers', id],
    queryFn: () => listServicers(id),
    staleTime: 0,
    retry: false,
  })
  const give = useDeed((memberId: string) => handOverTalk(id, memberId), {
    said: sessionText.given,
    touches: [['conversation', id]],
    onDone: onClose,
  })
  return (
    <Modal
      open
      title={sessionText.handOverTitle}
      onCancel={onClose}
      onOk={() => member && give.mutate(member)}
      okText={sessionText.give}
      okButtonProps={{ disabled: !member }}
      confirmLoading={give.isPending}
    >
      <p className="gap-below">{sessionText.handOverHint}</p>
      <Loaded
        query={query}
        rows={2}
        isEmpty={(servicers) => servicers.length === 0}
        empty={sessionText.noServicers}
      >
        {(servicers) => (
          <Radio.Group
            aria-label={sessionText.choose}
            value={member}
            onChange={({ target }) => setMember(target.value)}
            className="servicers"
            options={servicers.map(({ memberId, name, serving }) => ({
              value: memberId,
              disabled: !serving,
              label: serving ? name : `${name}（${sessionText.resting}）`,
            }))}
          />
        )}
      </Loaded>
    </Modal>
  )
}
