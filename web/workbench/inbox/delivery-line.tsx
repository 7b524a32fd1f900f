import type { Message } from '../../api/inbox.ts'
import { failText, markWords, wechatText } from '../../ui/text/workbench/wechat.ts'

const waitsForFile = /^［(照片|语音|视频|文件)］/

/** Under a message of WeChat: what became of an answer, and what became known of it afterwards. */
export function DeliveryLine({ message }: { message: Message }) {
  const { delivery, marks, files, body, account } = message
  const fetching =
    account !== null &&
    waitsForFile.test(body) &&
    files.length === 0 &&
    !marks.some(({ kind }) => kind === 'file_missing')
  if (!delivery && marks.length === 0 && !fetching) return null
  return (
    <>
      {delivery?.state === 'failed' && (
        <p className="delivery failed">{wechatText.failed(failText(delivery.failCode))}</p>
      )}
      {delivery && delivery.state !== 'failed' && (
        <p className="delivery quiet">
          {delivery.state === 'accepted' ? wechatText.accepted : wechatText.queued}
        </p>
      )}
      {marks.map(({ kind, detail }) => (
        <p key={kind + detail} className={kind === 'file_missing' ? 'delivery failed' : 'delivery quiet'}>
          {markWords[kind]}
          {detail && `：${detail}`}
        </p>
      ))}
      {fetching && <p className="delivery quiet">{wechatText.fetching}</p>}
    </>
  )
}
