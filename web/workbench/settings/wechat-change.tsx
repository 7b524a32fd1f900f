import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import {
  approveWechatChange,
  type WechatChange as Change,
  refuseWechatChange,
  type WechatStatus,
  withdrawWechatChange,
} from '../../api/wechat.ts'
import { changeText, endText, fieldText } from '../../ui/text/workbench/wechat-change.ts'
import { setupText } from '../../ui/text/workbench/wechat-setup.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useDeed } from '../ui/use-deed.ts'
import './wechat-change.css'

const touches = [['wechat'], ['home'], ['wechat-change']]

/** Another corporation, application or server: what waits for a second person, or what became of the last one. */
export function WechatChange({ status }: { status: WechatStatus }) {
  if (status.change) return <Waiting key={status.change.id} change={status.change} />
  const last = status.lastChange
  if (!last) return null
  return (
    <Alert
      className="gap-below"
      type={last.outcome === 'refused' || last.outcome === 'expired' ? 'warning' : 'info'}
      showIcon
      title={`${endText[last.outcome](last.by ?? '', last.askedBy)}（${momentText(last.at)}）`}
      description={last.reason}
    />
  )
}

function Waiting({ change }: { change: Change }) {
  const { modal } = App.useApp()
  const [refusing, setRefusing] = useState(false)
  const approve = useDeed(approveWechatChange, { said: changeText.approved, touches })
  const withdraw = useDeed(withdrawWechatChange, { said: changeText.withdrawn, touches })
  const refuse = useDeed((reason: string) => refuseWechatChange(change.id, reason), {
    said: changeText.refused,
    touches,
    onDone: () => setRefusing(false),
  })
  const sure = (title: string, content: string | undefined, deed: () => Promise<unknown>) =>
    modal.confirm({ title, content, onOk: () => deed().catch(() => {}) })
  const { changes, newSecrets } = change
  const secrets = newSecrets.map((kind) =>
    kind === 'callback' ? setupText.nameCallback : setupText.nameSecret,
  )
  return (
    <Card title={changeText.title}>
      <p className="quiet gap-below">{changeText.asked(change.askedBy.name, momentText(change.askedAt))}</p>
      <dl className="wechat-change gap-below">
        {changes.map(({ field, from, to }) => (
          <div key={field} className="line">
            <dt>{fieldText[field]}</dt>
            <dd>
              <span className="quiet">{changeText.from}</span> <del>{from ?? changeText.none}</del>
            </dd>
            <dd>
              <span className="quiet">{changeText.to}</span> <strong>{to ?? changeText.none}</strong>
            </dd>
          </div>
        ))}
      </dl>
      {secrets.length > 0 && <p>{changeText.secretsToo(secrets.join('、'))}</p>}
      {changes.some(({ field }) => field === 'corpId' || field === 'baseUrl') && <p>{changeText.effect}</p>}
      <Alert className="gap-above gap-below" type="warning" showIcon title={stateWords(change)} />
      <div className="wechat-change-deeds">
        {change.mayApprove && (
          <Button
            type="primary"
            loading={approve.isPending}
            onClick={() =>
              sure(changeText.approveTitle, changeText.approveHint, () => approve.mutateAsync(change.id))
            }
          >
            {changeText.approve}
          </Button>
        )}
        {change.mine ? (
          <Button
            loading={withdraw.isPending}
            onClick={() => sure(changeText.withdrawTitle, undefined, () => withdraw.mutateAsync(change.id))}
          >
            {changeText.withdraw}
          </Button>
        ) : (
          <Button danger onClick={() => setRefusing(true)}>
            {changeText.refuse}
          </Button>
        )}
      </div>
      {refusing && (
        <ReasonDialog
          title={changeText.refuseTitle}
          busy={refuse.isPending}
          danger
          onReason={(reason) => refuse.mutate(reason)}
          onClose={() => setRefusing(false)}
        />
      )}
    </Card>
  )
}

function stateWords({ approvers, aloneUntil, expiresAt }: Change): string {
  if (approvers.length > 0) return changeText.waitsFor(approvers.join('、'), momentText(expiresAt))
  return aloneUntil ? changeText.nobody(momentText(aloneUntil)) : changeText.stuck(momentText(expiresAt))
}
