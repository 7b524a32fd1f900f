import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { listDeadLetters, replayDeadLetter } from '../../api/jobs.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { causeText, jobText } from '../../ui/text/workbench/jobs.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** Work in the background that failed at every try: what, why, and one button to run it again. */
export function DeadLettersSection() {
  const query = useQuery({ queryKey: ['dead-letters'], queryFn: listDeadLetters, refetchInterval: 60_000 })
  const replay = useDeed(replayDeadLetter, { said: settingsText.replayed, touches: [['dead-letters']] })
  return (
    <Card>
      <Loaded query={query} isEmpty={({ total }) => total === 0} empty={settingsText.noDeadLetters}>
        {({ items, total }) => (
          <>
            <p className="quiet">{commonText.total(total)}</p>
            <ul className="plain-list">
              {items.map((letter) => (
                <li key={letter.id} className="spread line">
                  <span>
                    <b>{jobText(letter.job)}</b> {causeText(letter.errorCode)}{' '}
                    <span className="quiet">
                      {settingsText.tries(letter.tries)} · {momentText(letter.failedAt)}
                    </span>
                  </span>
                  <Button size="small" onClick={() => replay.mutate(letter.id)}>
                    {settingsText.replay}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Card>
  )
}
