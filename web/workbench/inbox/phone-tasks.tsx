import { PhoneOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { type Conversation, finishPhoneTask } from '../../api/inbox.ts'
import { failText, wechatText, withdrawalWords } from '../../ui/text/workbench/wechat.ts'
import { momentText } from '../../ui/time.ts'
import { useDeed } from '../ui/use-deed.ts'

/** An answer did not reach the resident, or none can: phone, then one tap. Who did it and when stays to be read. */
export function PhoneTasks({ data }: { data: Conversation }) {
  const { id } = data.conversation
  const finish = useDeed((taskId: string) => finishPhoneTask(id, taskId), {
    touches: [['conversation', id], ['home']],
  })
  return (
    <>
      {data.phoneTasks.map((task) =>
        task.doneAt ? (
          <p key={task.id} className="reply-line">
            {task.withdrawal && !task.doneBy
              ? wechatText.callWithdrawn(
                  withdrawalWords[task.withdrawal.reason],
                  task.withdrawal.officer,
                  momentText(task.withdrawal.at),
                )
              : wechatText.phonedBy(task.doneBy ?? '', momentText(task.doneAt))}
          </p>
        ) : (
          <Alert
            key={task.id}
            type="error"
            showIcon
            icon={<PhoneOutlined />}
            title={`${wechatText.phoneTask(failText(task.reason))} ${data.contact.phone}`}
            description={task.words}
            action={
              <Button size="small" loading={finish.isPending} onClick={() => finish.mutate(task.id)}>
                {wechatText.phoned}
              </Button>
            }
          />
        ),
      )}
    </>
  )
}
