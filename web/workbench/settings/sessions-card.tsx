import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { endSession, listSessions } from '../../api/officers.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { deviceName } from './device-name.ts'

export function SessionsCard() {
  const query = useQuery({ queryKey: ['sessions'], queryFn: listSessions })
  const end = useDeed(endSession, { touches: [['sessions'], ['session']] })
  return (
    <Card title={settingsText.sessions}>
      <Loaded query={query} rows={2}>
        {({ items }) => (
          <ul className="plain-list">
            {items.map((session) => (
              <li key={session.id} className="spread line">
                <span>
                  {deviceName(session.device)}{' '}
                  <span className="quiet">{`${session.address} · ${momentText(session.lastSeenAt)}`}</span>
                </span>
                {session.current ? (
                  <DotTag tone="green">{settingsText.thisDevice}</DotTag>
                ) : (
                  <Button size="small" onClick={() => end.mutate(session.id)}>
                    {settingsText.endSession}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  )
}
