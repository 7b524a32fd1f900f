import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import {
  askContactDoorAgain,
  type DoorAnswer,
  listContactDoors,
  listWorkAccounts,
} from '../../api/external-contacts.ts'
import { askGroupDoorAgain, listGroupDoors } from '../../api/groups.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { workText } from '../../ui/text/workbench/work-contacts.ts'
import { useMay, useVillages } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { accountName } from './follow-tag.tsx'
import { NewDoorDialog } from './new-door-dialog.tsx'

const QrCode = lazy(async () => ({ default: (await import('../ui/qr-code.tsx')).QrCode }))

/** Who died while asking tells nobody: the list looks by itself until nothing is under way. */
const whileAsking = (query: { state: { data?: { items: { state: DoorAnswer['state'] }[] } | undefined } }) =>
  query.state.data?.items.some(({ state }) => state === 'asking') ? 10_000 : false

/** The codes by which residents add a work account or join a group, to print. */
export function DoorsSection() {
  const may = useMay()
  const [making, setMaking] = useState<'contacts' | 'groups'>()
  const contacts = useQuery({
    queryKey: ['contact-doors'],
    queryFn: listContactDoors,
    refetchInterval: whileAsking,
  })
  const groups = useQuery({
    queryKey: ['chat-group-doors'],
    queryFn: listGroupDoors,
    refetchInterval: whileAsking,
  })
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
                  door={door}
                  unanswered={workText.contactDoorUnanswered}
                  askAgain={() => askContactDoorAgain(door.id)}
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
                  door={door}
                  unanswered={workText.groupDoorUnanswered(door.lost)}
                  askAgain={() => askGroupDoorAgain(door.id)}
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

type DoorProps = {
  label: string
  villageId: string | null
  door: DoorAnswer
  unanswered: string
  askAgain: () => Promise<unknown>
  lines: string[]
}

function Door({ door, ...props }: DoorProps) {
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
        {door.qrUrl ? (
          <CopyLine text={door.qrUrl} className="quiet" />
        ) : (
          <DoorTrouble {...props} state={door.state} />
        )}
      </div>
      {door.qrUrl && (
        <Suspense>
          <QrCode text={door.qrUrl} />
        </Suspense>
      )}
    </li>
  )
}

/** No code yet: its call is under way, or was never answered and may be tried again. */
function DoorTrouble(props: Pick<DoorProps, 'unanswered' | 'askAgain'> & { state: DoorAnswer['state'] }) {
  const may = useMay()
  const again = useDeed(props.askAgain, {
    said: workText.made,
    touches: [['contact-doors'], ['chat-group-doors']],
  })
  if (props.state === 'asking') return <p className="quiet">{workText.doorAsking}</p>
  return (
    <Alert
      type="warning"
      title={props.unanswered}
      action={
        may('station.configure') && (
          <Button size="small" loading={again.isPending} onClick={() => again.mutate()}>
            {workText.askDoorAgain}
          </Button>
        )
      }
    />
  )
}
