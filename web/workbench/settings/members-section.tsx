import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Dropdown, Modal } from 'antd'
import { useState } from 'react'
import {
  confirmOfficer,
  liftSuspension,
  listOfficers,
  type Officer,
  resetPassword,
  suspendOfficer,
} from '../../api/officers.ts'
import { roleWords, shiftWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { sessionText } from '../../ui/text/workbench/session.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { wecomText } from '../../ui/text/workbench/wecom.ts'
import { momentText } from '../../ui/time.ts'
import { useMay, useMe, useVillages } from '../officers/use-me.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { MemberDialog } from './member-dialog.tsx'
import { WecomMemberDialog } from './wecom-member-dialog.tsx'

type Shown = { initialPassword: string; validUntil: string; officer: Officer }

export function MembersSection() {
  const me = useMe()
  const may = useMay()
  const villages = useVillages()
  const { modal } = App.useApp()
  const [editing, setEditing] = useState<Officer | 'new'>()
  const [suspending, setSuspending] = useState<Officer>()
  const [binding, setBinding] = useState<Officer>()
  const [shown, setShown] = useState<Shown>()
  const query = useQuery({ queryKey: ['officers'], queryFn: listOfficers })
  const touches = [['officers']]
  const suspend = useDeed(({ id, reason }: { id: string; reason: string }) => suspendOfficer(id, reason), {
    touches,
    onDone: () => setSuspending(undefined),
  })
  const lift = useDeed(liftSuspension, { touches })
  const confirm = useDeed(confirmOfficer, { said: settingsText.confirmed, touches: [...touches, ['home']] })
  const reset = useDeed(({ id, factor }: { id: string; factor: boolean }) => resetPassword(id, factor), {
    touches,
    onDone: setShown,
  })
  const act = (key: string, officer: Officer) => {
    if (key === 'change') setEditing(officer)
    if (key === 'suspend') setSuspending(officer)
    if (key === 'wecom') setBinding(officer)
    if (key === 'lift') lift.mutate(officer.id)
    if (key === 'reset' || key === 'factor') {
      modal.confirm({
        title: `${settingsText.reset}：${officer.name}`,
        content: key === 'factor' ? settingsText.resetFactorSure : settingsText.resetSure,
        onOk: () => reset.mutate({ id: officer.id, factor: key === 'factor' }),
      })
    }
  }
  return (
    <>
      {may('officers.manage') && (
        <Button
          className="gap-below"
          type="primary"
          icon={<PlusOutlined />}
          onClick={() => setEditing('new')}
        >
          {settingsText.newMember}
        </Button>
      )}
      <Loaded query={query}>
        {({ items }) => (
          <div className="card flush">
            <table className="list-table">
              <thead>
                <tr>
                  <th>{commonText.name}</th>
                  <th>{settingsText.role}</th>
                  <th>{settingsText.memberVillages}</th>
                  <th>{commonText.phone}</th>
                  <th>{commonText.status}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {items.map((officer) => (
                  <tr key={officer.id}>
                    <td className="main-cell">
                      <b>{officer.name}</b> <span className="quiet">{officer.username}</span>
                    </td>
                    <td>{roleWords[officer.role]}</td>
                    <td>
                      {officer.villageIds
                        .map((id) => villages.find((each) => each.id === id)?.name)
                        .join('、')}
                    </td>
                    <td className="numbers">{officer.phone}</td>
                    <td>
                      {officer.suspendedAt && <DotTag tone="red">{settingsText.suspended}</DotTag>}{' '}
                      {officer.unconfirmedSince && <DotTag tone="amber">{settingsText.unconfirmed}</DotTag>}{' '}
                      {officer.onDuty.map((kind) => (
                        <DotTag key={kind} tone="green">
                          {shiftWords[kind]}
                        </DotTag>
                      ))}{' '}
                      {officer.secondFactor && <DotTag tone="blue">{settingsText.secondFactor}</DotTag>}
                    </td>
                    <td className="deeds-cell">
                      {officer.unconfirmedSince &&
                        may('conversations.read') &&
                        officer.id !== me.officer.id && (
                          <Button
                            size="small"
                            type="primary"
                            aria-label={`${settingsText.confirm} ${officer.name}`}
                            onClick={() =>
                              modal.confirm({
                                title: `${settingsText.confirm}：${officer.name}（${roleWords[officer.role]}）`,
                                content: settingsText.confirmSure,
                                onOk: () => confirm.mutate(officer.id),
                              })
                            }
                          >
                            {settingsText.confirm}
                          </Button>
                        )}{' '}
                      {may('officers.manage') && (
                        <Dropdown
                          trigger={['click']}
                          menu={{
                            items: [
                              { key: 'change', label: commonText.change },
                              { key: 'wecom', label: wecomText.bindOther },
                              { key: 'reset', label: settingsText.reset },
                              ...(officer.secondFactor
                                ? [{ key: 'factor', label: settingsText.resetFactor }]
                                : []),
                              officer.suspendedAt
                                ? { key: 'lift', label: settingsText.lift }
                                : {
                                    key: 'suspend',
                                    label: settingsText.suspend,
                                    danger: true,
                                    disabled: officer.id === me.officer.id,
                                  },
                            ],
                            onClick: ({ key }) => act(key, officer),
                          }}
                        >
                          <Button size="small" aria-label={`${commonText.actions} ${officer.name}`}>
                            {commonText.actions}
                          </Button>
                        </Dropdown>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      {editing && (
        <MemberDialog
          {...(editing === 'new' ? {} : { officer: editing })}
          onClose={() => setEditing(undefined)}
          onCreated={setShown}
        />
      )}
      {binding && <WecomMemberDialog officer={binding} onClose={() => setBinding(undefined)} />}
      {suspending && (
        <ReasonDialog
          title={`${settingsText.suspend}：${suspending.name}`}
          extra={<p className="quiet gap-below">{settingsText.suspendHint}</p>}
          busy={suspend.isPending}
          danger
          onReason={(reason) => suspend.mutate({ id: suspending.id, reason })}
          onClose={() => setSuspending(undefined)}
        />
      )}
      <Modal open={!!shown} title={shown?.officer.name} footer={null} onCancel={() => setShown(undefined)}>
        <p>{settingsText.initialPassword}</p>
        <p className="secret">{shown?.initialPassword}</p>
        {shown?.officer.unconfirmedSince && <p>{settingsText.unconfirmedHint}</p>}
        <p className="quiet">
          {sessionText.username}：{shown?.officer.username}
          {shown && ` · ${settingsText.validUntil(momentText(shown.validUntil))}`}
        </p>
      </Modal>
    </>
  )
}
