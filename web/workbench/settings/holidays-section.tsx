import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type HolidayYear, readHolidayYear } from '../../api/public-holidays.ts'
import { holidayText } from '../../ui/text/workbench/holidays.ts'
import { stationDay } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { ImportHolidays } from './import-holidays.tsx'
import { saveAsFile } from './save-as-file.ts'
import { shortDay } from './short-day.ts'

/** Public holidays and make-up workdays: this year and the next, and the yearly notice read in. */
export function HolidaysSection() {
  const may = useMay()
  const year = Number(stationDay().slice(0, 4))
  return (
    <>
      {may('calendar.configure') && <ImportHolidays />}
      {[year + 1, year].map((each) => (
        <YearCard key={each} year={each} />
      ))}
    </>
  )
}

function YearCard({ year }: { year: number }) {
  const query = useQuery({ queryKey: ['calendar', 'holidays', year], queryFn: () => readHolidayYear(year) })
  return (
    <Card
      title={holidayText.year(year)}
      extra={
        query.data &&
        query.data.days.length > 0 && (
          <Button size="small" icon={<DownloadOutlined />} onClick={() => saveAsFile(query.data)}>
            {holidayText.download}
          </Button>
        )
      }
    >
      <Loaded query={query} isEmpty={({ days }) => days.length === 0} empty={holidayText.nothing}>
        {(list) => <Spans list={list} />}
      </Loaded>
    </Card>
  )
}

/** Days in a row of one name stand in one line, as in the notice. */
function Spans({ list }: { list: HolidayYear }) {
  const spans: { name: string; first: string; last: string; kind: 'off' | 'workday' }[] = []
  for (const { day, name, kind } of list.days) {
    const before = spans.at(-1)
    if (before && before.name === name && before.kind === kind && isNextDay(before.last, day))
      before.last = day
    else spans.push({ name, kind, first: day, last: day })
  }
  const count = (kind: 'off' | 'workday') => list.days.filter((each) => each.kind === kind).length
  return (
    <>
      <p className="quiet gap-below">
        {list.official ? holidayText.official : holidayText.notOfficial} · {holidayText.offDays(count('off'))}{' '}
        · {holidayText.workdays(count('workday'))}
      </p>
      <ul className="plain-list">
        {spans.map(({ name, first, last, kind }) => (
          <li key={first} className="spread line">
            <span>
              {shortDay(first)}
              {last !== first && ` – ${shortDay(last)}`} {name}
            </span>
            <DotTag tone={kind === 'off' ? 'green' : 'amber'}>{holidayText[kind]}</DotTag>
          </li>
        ))}
      </ul>
    </>
  )
}

function isNextDay(day: string, next: string): boolean {
  return Date.parse(next) - Date.parse(day) === 86_400_000
}
