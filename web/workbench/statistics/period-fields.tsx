import { Input, Segmented, Select } from 'antd'
import { channels } from '../../../contract/vocabulary.ts'
import { channelWords } from '../../ui/text/vocabulary.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { statisticsText } from '../../ui/text/workbench/statistics.ts'
import { stationDay } from '../../ui/time.ts'
import { useFilters } from '../ui/use-filters.ts'
import { VillageSelect } from '../ui/village-select.tsx'
import { usePeriod } from './use-period.ts'

export function PeriodFields() {
  const { get, set, setAll } = useFilters()
  const { month, from, to } = usePeriod()
  const today = stationDay()
  const byDays = !month
  return (
    <div className="filters">
      <Segmented
        value={byDays ? 'days' : 'month'}
        onChange={(way) =>
          setAll(way === 'days' ? { from: `${today.slice(0, 7)}-01`, to: today } : { from: null, to: null })
        }
        options={[
          { value: 'month', label: statisticsText.month },
          { value: 'days', label: statisticsText.days },
        ]}
      />
      {byDays ? (
        <>
          <Input
            type="date"
            aria-label={statisticsText.from}
            value={from}
            max={to}
            onChange={(event) => set('from', event.target.value)}
          />
          <Input
            type="date"
            aria-label={statisticsText.to}
            value={to}
            min={from}
            onChange={(event) => set('to', event.target.value)}
          />
        </>
      ) : (
        <Input
          type="month"
          aria-label={statisticsText.month}
          value={month}
          max={today.slice(0, 7)}
          onChange={(event) => event.target.value && set('month', event.target.value)}
        />
      )}
      <VillageSelect
        value={get('village')}
        unknown="unknown"
        withRetired
        onChange={(village) => set('village', village)}
      />
      <Select
        allowClear
        placeholder={inboxText.allChannels}
        aria-label={inboxText.allChannels}
        value={get('channel')}
        onChange={(channel) => set('channel', channel)}
        options={channels.map((value) => ({ value, label: channelWords[value] }))}
      />
    </div>
  )
}
