import { ArrowLeftOutlined, InfoCircleOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { assignConversation, type Conversation } from '../../api/inbox.ts'
import { channelWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { referralText } from '../../ui/text/workbench/referrals.ts'
import { sessionText } from '../../ui/text/workbench/wechat-session.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { BookDialog } from '../appointments/book-dialog.tsx'
import { OpenCaseDialog } from '../cases/open-case-dialog.tsx'
import { useMay, useMe } from '../officers/use-me.ts'
import { ChannelIcon } from '../ui/channel-icon.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { VillageLink } from '../ui/village-link.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { ReferDialog } from './refer-dialog.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'

type Dialog = 'refer' | 'assign' | 'close' | 'reopen' | 'case' | 'book' | 'handOver'

export function ConversationHead(props: {
  data: Conversation
  backTo: string
  onDetails: (() => void) | undefined
}) {
  const { conversation: item, replyLine: line } = props.data
  const me = useMe()
  const mayAtAll = useMay()
  const may: typeof mayAtAll = (permission) => props.data.mayHandle && mayAtAll(permission)
  const phone = usePhone()
  const [dialog, setDialog] = useState<Dialog>()
  const done = () => setDialog(undefined)
  const touches = [['conversation', item.id], ['conversations'], ['counts']]
  const expected = item.assignee?.id ?? null
  const take = useDeed(
    () => assignConversation(item.id, { officerId: me.officer.id, reason: '', expected }),
    {
      said: inboxText.takeIt,
      touches,
    },
  )
  const mine = item.assignee?.id === me.officer.id
  const open = !item.closedAt
  const deeds: { key: Dialog; label: string; shown: boolean }[] = [
    { key: 'assign', label: inboxText.assign, shown: open && may('conversations.assign') },
    { key: 'case', label: inboxText.openCase, shown: open && may('cases.write') },
    {
      ...{ key: 'handOver', label: sessionText.handOver },
      shown: open && !!line && !line.over && !line.stopped && may('conversations.assign'),
    },
    { key: 'book', label: inboxText.book, shown: may('appointments.write') },
    { key: 'refer', label: referralText.refer, shown: open && may('conversations.write') },
    { key: 'close', label: inboxText.closeIt, shown: open && may('conversations.close') },
    { key: 'reopen', label: inboxText.reopen, shown: !open && may('conversations.close') },
  ]
  const shown = deeds.filter((deed) => deed.shown)
  return (
    <header className="conversation-head">
      <Link to={props.backTo} className="back-link" aria-label={commonText.back}>
        <ArrowLeftOutlined />
      </Link>
      <div className="head-who">
        <h1>
          {item.contact.name || inboxText.unnamed}{' '}
          <span className="quiet">
            <VillageLink id={item.villageId} name={item.villageName} />
          </span>
        </h1>
        <p className="quiet">
          <ChannelIcon channel={item.channel} /> {channelWords[item.channel]} · {item.number} ·{' '}
          {item.assignee?.name ?? commonText.nobody}
          {item.waitingSince && (
            <>
              {' · '}
              <Waiting since={item.waitingSince} emergency={item.emergency} />
            </>
          )}
        </p>
      </div>
      <div className="head-deeds">
        {open && !mine && may('conversations.assign') && (
          <Button
            type={item.assignee ? 'default' : 'primary'}
            loading={take.isPending}
            onClick={() => take.mutate()}
          >
            {inboxText.takeIt}
          </Button>
        )}
        {phone && shown.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: shown.map(({ key, label }) => ({ key, label })),
              onClick: ({ key }) => setDialog(key as Dialog),
            }}
          >
            <Button>{commonText.more}</Button>
          </Dropdown>
        )}
        {!phone &&
          shown.map(({ key, label }) => (
            <Button key={key} onClick={() => setDialog(key)}>
              {label}
            </Button>
          ))}
        {props.onDetails && (
          <Button
            type="text"
            icon={<InfoCircleOutlined />}
            aria-label={inboxText.details}
            onClick={props.onDetails}
          />
        )}
      </div>
      {dialog === 'assign' && <AssignDialog item={item} onClose={done} />}
      {dialog === 'handOver' && <HandOverDialog id={item.id} onClose={done} />}
      {dialog === 'refer' && <ReferDialog data={props.data} onClose={done} />}
      {dialog === 'close' && <CloseDialog data={props.data} onClose={done} />}
      {dialog === 'reopen' && <ReopenDialog item={item} onClose={done} />}
      {dialog === 'case' && <OpenCaseDialog from={item} onClose={done} />}
      {dialog === 'book' && (
        <BookDialog
          from={{ conversationId: item.id, name: item.contact.name, phone: props.data.contact.phone }}
          onClose={done}
        />
      )}
    </header>
  )
}
