import { Alert, Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { AboutHow } from '../../../contract/vocabulary.ts'
import {
  approveBroadcast,
  type BroadcastDetail,
  cancelBroadcast,
  followUpBroadcast,
  refuseBroadcast,
  submitBroadcast,
} from '../../api/broadcasts.ts'
import { broadcastText, channelWords } from '../../ui/text/workbench/broadcasts.ts'
import { momentText } from '../../ui/time.ts'
import { useMay, useMe } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { reachText, useAudienceCount } from './audience-count.tsx'

type Open = 'approve' | 'refuse' | 'cancel' | 'withdraw' | null

/** What can be done with it now, and by whom. */
export function ApprovalCard({ data }: { data: BroadcastDetail }) {
  const { broadcast } = data
  const { id, version, state } = broadcast
  const may = useMay()
  const me = useMe()
  const navigate = useNavigate()
  const [open, setOpen] = useState<Open>(null)
  const touches = [['broadcasts'], ['broadcast', id]]
  const close = () => setOpen(null)
  const submit = useDeed(() => submitBroadcast(id, version), { said: broadcastText.submitted, touches })
  const refuse = useDeed((note: string) => refuseBroadcast(id, version, note), {
    said: broadcastText.refused,
    touches,
    onDone: close,
  })
  const cancel = useDeed((note: string) => cancelBroadcast(id, note), {
    said: broadcastText.cancelled,
    touches,
    onDone: close,
  })
  const follow = useDeed((how: AboutHow) => followUpBroadcast(id, how), {
    touches,
    onDone: (saved) => void navigate(`/broadcasts/compose/${saved.id}`),
  })
  const wrote = data.versions.some(({ writtenBy }) => writtenBy.id === me.officer.id)
  const mayStop = wrote || may('broadcasts.approve')
  const open0 = state === 'drafted' || state === 'submitted' || state === 'refused' || state === 'approved'
  const mayEdit =
    open0 && may('broadcasts.write') && (me.scope === 'station' || broadcast.madeBy.id === me.officer.id)
  const buttons: ReactNode[] = []
  if (broadcast.mayApprove === 'yes')
    buttons.push(
      <Button key="approve" type="primary" onClick={() => setOpen('approve')}>
        {broadcastText.approve}
      </Button>,
      <Button key="refuse" onClick={() => setOpen('refuse')}>
        {broadcastText.refuse}
      </Button>,
    )
  if (mayEdit && state === 'drafted')
    buttons.push(
      <Button key="submit" type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>
        {broadcastText.submit}
      </Button>,
    )
  if (mayEdit)
    buttons.push(
      <Link key="edit" to={`/broadcasts/compose/${id}`}>
        <Button tabIndex={-1}>{broadcastText.edit}</Button>
      </Link>,
    )
  if (open0 && mayStop)
    buttons.push(
      <Button key="cancel" danger onClick={() => setOpen('cancel')}>
        {broadcastText.cancel}
      </Button>,
    )
  if (broadcast.startedAt && state !== 'withdrawn' && mayStop && may('broadcasts.write'))
    buttons.push(
      <Button key="correct" loading={follow.isPending} onClick={() => follow.mutate('correction')}>
        {broadcastText.correct}
      </Button>,
      <Button key="withdraw" danger onClick={() => setOpen('withdraw')}>
        {broadcastText.withdraw}
      </Button>,
    )
  const hint = hintOf(data)
  if (buttons.length === 0 && !hint) return null
  return (
    <Card>
      {hint && <p className={buttons.length > 0 ? 'gap-below' : ''}>{hint}</p>}
      <div className="button-row">{buttons}</div>
      {open === 'approve' && <ApproveDialog data={data} alone={wrote} onClose={close} />}
      {open === 'refuse' && (
        <ReasonDialog
          title={broadcastText.refuse}
          label={broadcastText.refuseWhy}
          busy={refuse.isPending}
          onReason={(note) => refuse.mutate(note)}
          onClose={close}
        />
      )}
      {open === 'cancel' && (
        <ReasonDialog
          title={broadcastText.cancel}
          label={broadcastText.cancelWhy}
          optional
          danger
          busy={cancel.isPending}
          onReason={(note) => cancel.mutate(note)}
          onClose={close}
        />
      )}
      {open === 'withdraw' && (
        <Modal
          open
          title={broadcastText.withdrawAsk}
          okText={broadcastText.withdraw}
          okButtonProps={{ danger: true }}
          confirmLoading={follow.isPending}
          onOk={() => follow.mutate('withdrawal')}
          onCancel={close}
        >
          <p>{broadcastText.withdrawHint}</p>
        </Modal>
      )}
    </Card>
  )
}

function hintOf({ broadcast, quiet }: BroadcastDetail): string {
  if (broadcast.state === 'approved' && broadcast.startsAt) {
    const when = momentText(broadcast.startsAt)
    return quiet ? broadcastText.quietUntil(when) : broadcastText.startsAt(when)
  }
  if (broadcast.state !== 'submitted') return ''
  if (broadcast.mayApprove === 'own') return broadcastText.ownHint
  return broadcast.mayApprove === 'no_permission' ? broadcastText.waitsHint : ''
}

/** Says how many it reaches before it goes. A second tap changes nothing: it starts once. */
function ApproveDialog(props: { data: BroadcastDetail; alone: boolean; onClose: () => void }) {
  const { broadcast, versions, wouldStartAt } = props.data
  const newest = versions[0]!
  const count = useAudienceCount({
    channels: newest.channels,
    audience: newest.audience,
    aboutId: broadcast.about?.id ?? null,
  })
  const approve = useDeed(() => approveBroadcast(broadcast.id, broadcast.version), {
    touches: [['broadcasts'], ['broadcast', broadcast.id]],
    said: broadcastText.approved,
    onDone: props.onClose,
  })
  const planned = newest.sendAt !== null && newest.sendAt === wouldStartAt
  return (
    <Modal
      open
      title={broadcastText.approveAsk}
      okText={wouldStartAt ? broadcastText.approve : broadcastText.approveNow}
      confirmLoading={approve.isPending}
      okButtonProps={{ disabled: !count.data }}
      onOk={() => approve.mutate()}
      onCancel={props.onClose}
    >
      {broadcast.urgency === 'emergency' && (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={props.alone ? broadcastText.approveOwn : broadcastText.approveEmergency}
        />
      )}
      {wouldStartAt && (
        <p>
          {planned
            ? broadcastText.startsAt(momentText(wouldStartAt))
            : broadcastText.quietUntil(momentText(wouldStartAt))}
        </p>
      )}
      {count.data ? (
        <ul className="plain-list">
          {count.data.channels.map((each) => (
            <li key={each.channel} className="line spread">
              <span>{channelWords[each.channel]}</span>
              <b>{reachText(each, count.data.groupMembers)}</b>
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{count.error?.message ?? broadcastText.counting}</p>
      )}
    </Modal>
  )
}
