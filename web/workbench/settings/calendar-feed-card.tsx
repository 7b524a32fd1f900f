import { Button, Typography } from 'antd'
import { issueCalendarFeed } from '../../api/appointments.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { Card } from '../ui/card.tsx'
import { useDeed } from '../ui/use-deed.ts'

export function CalendarFeedCard() {
  const make = useDeed(() => issueCalendarFeed())
  return (
    <Card title={settingsText.feed}>
      <p className="quiet">{settingsText.feedHint}</p>
      {make.data ? (
        <Typography.Paragraph copyable className="secret">
          {new URL(make.data.path, location.origin).href}
        </Typography.Paragraph>
      ) : (
        <Button className="gap-above" loading={make.isPending} onClick={() => make.mutate()}>
          {settingsText.feedMake}
        </Button>
      )}
    </Card>
  )
}
