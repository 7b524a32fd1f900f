import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { closeDoor, openDoor, readDoor } from '../../api/cap.ts'
import { capText } from '../../ui/text/workbench/cap.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** How the county's own system hands alerts in; its secret is seen once. */
export function CapDoorCard() {
  const query = useQuery({ queryKey: ['cap-door'], queryFn: readDoor })
  const [secret, setSecret] = useState('')
  const touches = [['cap-door']]
  const open = useDeed(openDoor, { touches, onDone: (made) => setSecret(made.secret) })
  const close = useDeed(closeDoor, { touches, onDone: () => setSecret('') })
  return (
    <Card
      title={capText.door}
      extra={
        query.data && (
          <DotTag tone={query.data.open ? 'green' : 'grey'}>
            {query.data.open ? capText.doorOpen : capText.doorShut}
          </DotTag>
        )
      }
    >
      <p className="quiet gap-below">{capText.doorHint}</p>
      <Loaded query={query} rows={2}>
        {(door) => (
          <>
            <CopyLine className="secret" text={`${location.origin}${door.path}`} />
            {secret && (
              <Alert
                className="gap-below"
                type="warning"
                title={capText.secretOnce}
                description={<CopyLine className="secret" text={secret} />}
              />
            )}
            <p className="quiet">
              {[
                door.usedAt && `${capText.lastUsed} ${momentText(door.usedAt)}`,
                door.formerUntil && `${capText.formerUntil} ${momentText(door.formerUntil)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <div className="button-row gap-above">
              <Button loading={open.isPending} onClick={() => open.mutate()}>
                {door.open ? capText.renewSecret : capText.makeSecret}
              </Button>
              {door.open && (
                <Popconfirm title={capText.shutSure} onConfirm={() => close.mutate()}>
                  <Button danger loading={close.isPending}>
                    {capText.shut}
                  </Button>
                </Popconfirm>
              )}
            </div>
          </>
        )}
      </Loaded>
    </Card>
  )
}
