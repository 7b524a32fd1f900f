import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { readWechat, seeWechatGap, type WechatStatus } from '../../api/wechat.ts'
import { wechatText } from '../../ui/text/workbench/wechat.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { WechatAccounts } from './wechat-accounts.tsx'
import { WechatSetup } from './wechat-setup.tsx'

/** The WeChat channel: how it is doing, its accounts with their doors, and its set-up. */
export function WechatSection() {
  const query = useQuery({ queryKey: ['wechat'], queryFn: readWechat, refetchInterval: 15_000 })
  return (
    <Loaded query={query} rows={8}>
      {(status) => (
        <>
          <Gaps status={status} />
          {status.corpId && <Health status={status} />}
          {status.corpId && <WechatAccounts accounts={status.accounts} />}
          <WechatSetup status={status} />
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
        title={wechatText.gap(momentText(gap.fromAt), momentText(gap.untilAt))}
        action={
          <Button size="small" onClick={() => see.mutate(gap.id)}>
            {wechatText.gapSeen}
          </Button>
        }
      />
    ))
}

function Health({ status }: { status: WechatStatus }) {
  const when = (at: string | null) => (at ? momentText(at) : wechatText.never)
  const newest = (times: (string | null)[]) =>
    times
      .filter((at) => at !== null)
      .sort()
      .at(-1) ?? null
  const oldest = (times: (string | null)[]) =>
    [...times].sort((a, b) => (a ?? '').localeCompare(b ?? ''))[0] ?? null
  const granted = status.accounts.filter((account) => account.granted)
  const lines: [string, string | number][] = [
    [wechatText.lastMessage, when(newest(status.accounts.map((account) => account.lastMessageAt)))],
    [wechatText.pulled, when(oldest(granted.map((account) => account.pulledAt)))],
    [wechatText.canary, when(status.canaryAt)],
    [wechatText.callback, when(status.verifiedAt)],
    [
      wechatText.call,
      `${when(status.calledAt)} ${status.callError ?? (status.calledAt ? wechatText.callFine : '')}`,
    ],
    [wechatText.unhandled, status.unhandled],
    [wechatText.troubled, status.troubled],
    [wechatText.unreadable, status.unreadable],
    [wechatText.waitingAnswers, status.waitingAnswers],
    [wechatText.phoneTasks, status.phoneTasks],
    [wechatText.failedNotices, status.failedNotices],
  ]
  return (
    <Card title={wechatText.health}>
      <ul className="plain-list">
        {lines.map(([label, value]) => (
          <li key={label} className="spread line">
            <span>{label}</span>
            <span className="quiet">{value}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
