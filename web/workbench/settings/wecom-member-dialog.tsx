import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Modal, Select } from 'antd'
import { useState } from 'react'
import type { Officer } from '../../api/officers.ts'
import { bindWecomMember, listWecomMembers, type MemberList, unbindWecomMember } from '../../api/wecom.ts'
import { wecomText } from '../../ui/text/workbench/wecom.ts'
import { useOfficers } from '../officers/use-me.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'

type Props = { officer: Officer; onClose: () => void }

/** Says which member of the corporation a colleague is; who has her name stands first, and nothing is chosen for one. */
export function WecomMemberDialog({ officer, onClose }: Props) {
  const query = useQuery({ queryKey: ['wecom-members'], queryFn: listWecomMembers, staleTime: 0 })
  return (
    <Modal open title={wecomText.bindTitle(officer.name)} footer={null} onCancel={onClose}>
      <Loaded query={query} rows={3}>
        {({ items, trouble }) =>
          trouble ? (
            <Alert type="warning" showIcon title={trouble} />
          ) : (
            <Choice officer={officer} items={items} onClose={onClose} />
          )
        }
      </Loaded>
    </Modal>
  )
}

function Choice({ officer, items, onClose }: Props & { items: MemberList['items'] }) {
  const { modal } = App.useApp()
  const officers = useOfficers()
  const [userId, setUserId] = useState<string>()
  const touches = [['wecom-members'], ['officers']]
  const bind = useDeed((member: string) => bindWecomMember(officer.id, member), {
    said: wecomText.waits,
    touches,
    onDone: onClose,
  })
  const unbind = useDeed(() => unbindWecomMember(officer.id), {
    said: wecomText.unbound,
    touches,
    onDone: onClose,
  })
  const held = items.find(({ officerId }) => officerId === officer.id)
  if (held) {
    const sure = () =>
      modal.confirm({
        title: wecomText.unbind,
        content: wecomText.unbindSure,
        onOk: () => unbind.mutateAsync().catch(() => {}),
      })
    return (
      <>
        <p className="gap-below">
          <b>{held.name}</b> <span className="quiet">{held.userId}</span>{' '}
          {!held.confirmed && <DotTag tone="amber">{wecomText.waits}</DotTag>}
        </p>
        <Button danger loading={unbind.isPending} onClick={sure}>
          {wecomText.unbind}
        </Button>
      </>
    )
  }
  const nameOf = (id: string) => officers.find((each) => each.id === id)?.name ?? ''
  const options = [...items]
    .sort((a, b) => Number(b.suggestedOfficerId === officer.id) - Number(a.suggestedOfficerId === officer.id))
    .map((item) => ({
      value: item.userId,
      label: [
        item.name,
        item.userId,
        item.officerId && wecomText.takenBy(nameOf(item.officerId)),
        item.suggestedOfficerId === officer.id && wecomText.suggested,
      ]
        .filter(Boolean)
        .join(' · '),
      disabled: item.officerId !== null,
    }))
  return (
    <>
      <Select
        className="wide gap-below"
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={wecomText.pick}
        placeholder={wecomText.pick}
        options={options}
        onChange={setUserId}
      />
      <p className="quiet gap-below">{wecomText.selfConfirms}</p>
      <Button
        type="primary"
        disabled={!userId}
        loading={bind.isPending}
        onClick={() => userId && bind.mutate(userId)}
      >
        {wecomText.save}
      </Button>
    </>
  )
}
