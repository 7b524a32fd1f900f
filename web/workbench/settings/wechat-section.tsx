import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { readWechat, seeWechatGap, type WechatStatus } from '../../api/wechat.ts'
import { healthText } from '../../ui/text/workbench/wechat-setup.ts'
import { momentText } from '../../ui/time.ts'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { WechatAccounts } from './wechat-accounts.tsx'
import { WechatChange } from './wechat-change.tsx'
import { WechatHealth } from './wechat-health.tsx'
import { WechatSetup } from './wechat-setup.tsx'

/** The WeChat channel: how it is doing, its accounts with their doors, and its set-up. */
export function WechatSection() {
  const query = useQuery({ queryKey: ['wechat'], queryFn: readWechat, refetchInterval: 15_000 })
  return (
    <Loaded query={query} rows={8}>
      {(status) => (
        <>
          <Gaps status={status} />
          <WechatChange status={status} />
          {status.corpId && <WechatHealth status={status} />}
          {status.corpId && <WechatAccounts accounts={status.accounts} />}
          {/* Once it is another channel, the form begins anew with what stands. */}
          <WechatSetup
            key={[status.corpId, status.baseUrl, status.agentId, status.loginUrl].join(' ')}
            status={status}
          />
        </>
      )}
    </Loaded>
  )
}

function Gaps({ status }: { status: WechatStatus }) {
  const see = useDeed(seeWechatGap, { touches: [['wechat'], ['home']] })
  return status.gaps
    .filter(({ seenAt }) => !seenAt)
    .map((gap) => (
      <Alert
        key={gap.id}
        type="error"
        showIcon
        className="gap-below"
        title={healthText.gap(momentText(gap.fromAt), momentText(gap.untilAt))}
        action={
          <Button size="small" onClick={() => see.mutate(gap.id)}>
            {healthText.gapSeen}
          </Button>
        }
      />
    ))
}
