import type { Conversation } from '../../api/inbox.ts'
import { wechatText } from '../../ui/text/workbench/wechat.ts'
import { handOverWords } from '../../ui/text/workbench/wechat-session.ts'
import { clockTime, momentText } from '../../ui/time.ts'

/** Who talks to the resident changed: between the messages, with who and when. */
export function HandOverLine({ told }: { told: Conversation['handOvers'][number] }) {
  return (
    <p className="hand-over">
      {handOverWords[told.kind](told)}
      {told.account && ` · ${wechatText.account(told.account)}`}{' '}
      <time dateTime={told.at} title={momentText(told.at)}>
        {clockTime(told.at)}
      </time>
    </p>
  )
}
