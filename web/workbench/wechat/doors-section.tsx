import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { listContactDoors, listWorkAccounts } from '../../api/external-contacts.ts'
import { listGroupDoors } from '../../api/groups.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { workText } from '../../ui/text/workbench/work-contacts.ts'
import { useMay, useVillages } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { accountName } from './follow-tag.tsx'
import { NewDoorDialog } from './new-door-dialog.tsx'

const QrCode = lazy(async () => ({ default: (await import('../ui/qr-code.tsx')).QrCode }))

/** The codes by which residents add a work account or join a group, to print. */
export function DoorsSection() {
  const may = useMay()
  const [making, setMaking] = useState<'contacts' | 'groups'>()
  const contacts = useQuery({ queryKey: ['contact-doors'], queryFn: listContactDoors })
  const groups = useQuery({ queryKey: ['chat-group-doors'], queryFn: listGroupDoors })
  const accounts = useQuery({ queryKey: ['work-accounts'], queryFn: listWorkAccounts })
  const nameOf = (account: string) => {
    const found = accounts.data?.items.find((each) => each.account === account)
    return found ? accountName(found) : account
  }
  const add = (kind: 'contacts' | 'groups', label: string) =>
    may('station.configure') && <Button onClick={() => setMaking(kind)}>{label}</Button>
  return (
    <>
      <p className="quiet gap-below">{workText.doorsKept}</p>
      <Card title={workText.contactDoors} extra={add('contacts', workText.newContactDoor)}>
        <Loaded query={contacts} isEmpty={({ items }) => items.length === 0} empty={workText.noDoors}>
          {({ items }) => (
            <ul className="plain-list">
              {items.map((door) => (
                <Door
                  key={door.id}
                  label={door.label}
                  villageId={door.villageId}
                  qrUrl={door.qrUrl}
                  lines={[door.accounts.map(nameOf).join('、'), workText.cameBy(door.contacts)]}
                />
              ))}
            </ul>
          )}
        </Loaded>
      </Card>
      <Card title={workText.groupDoors} extra={add('groups', workText.newGroupDoor)}>
        <Loaded query={groups} isEmpty={({ items }) => items.length === 0} empty={workText.noDoors}>
          {({ items }) => (
            <ul className="plain-list">
              {items.map((door) => (
                <Door
                  key={door.id}
                  label={door.label}
                  villageId={door.villageId}
                  qrUrl={door.qrUrl}
                  lines={door.groups.map(
                    ({ name, members }) => `${name}（${workText.memberCount(members)}）`,
                  )}
                />
              ))}
            </ul>
          )}
        </Loaded>
      </Card>
      {making && <NewDoorDialog kind={making} onClose={() => setMaking(undefined)} />}
    </>
  )
}

function Door(props: { label: string; villageId: string | null; qrUrl: string; lines: string[] }) {
  const village = useVillages().find(({ id }) => id === props.villageId)
  return (
    <li className="spread line door-line">
      <div>
        <b>{props.label}</b> <span className="quiet">{village?.name ?? commonText.all}</span>
        {props.lines.map((line) => (
          <div key={line} className="quiet">
            {line}
          </div>
        ))}
        <CopyLine text={props.qrUrl} className="quiet" />
      </div>
      <Suspense>
        <QrCode text={props.qrUrl} />
      </Suspense>
    </li>
  )
}
