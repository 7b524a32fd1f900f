import { Button } from 'antd'
import { issueCalendarFeed } from '../../api/appointments.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { Card } from '../ui/card.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { useDeed } from '../ui/use-deed.ts'

export function CalendarFeedCard() {
  const make = useDeed(() => issueCalendarFeed())
  return (
    <Card title={settingsText.feed}>
      <p className="quiet">{settingsText.feedHint}</p>
      {make.data ? (
        <CopyLine className="secret" text={new URL(make.data.path, location.origin).href} />
      ) : (
        <Button className="gap-above" loading={make.isPending} onClick={() => make.mutate()}>
          {settingsText.feedMake}
        </Button>
      )}
    </Card>
  )
}
