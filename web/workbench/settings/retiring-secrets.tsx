import { Alert } from 'antd'
import type { WechatStatus } from '../../api/wechat.ts'
import { setupText } from '../../ui/text/workbench/wechat-setup.ts'
import { durationText, momentText } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'

/** Old secrets that still count beside the new ones, and for how long. */
export function RetiringSecrets({ status }: { status: WechatStatus }) {
  const now = useNow()
  return status.retiringSecrets
    .filter(({ until }) => Date.parse(until) > now)
    .map(({ kind, until }) => (
      <Alert
        key={`${kind} ${until}`}
        type="info"
        showIcon
        className="gap-below"
        title={setupText.oldUntil(
          kind === 'callback' ? setupText.nameCallback : setupText.nameSecret,
          momentText(until),
          durationText(Date.parse(until) - now),
        )}
      />
    ))
}
