import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { exportWeeklyReport, readWeeklyReport, type WeeklyReport } from '../../api/weekly-report.ts'
import { channelWords } from '../../ui/text/vocabulary.ts'
import { accountKindWords, workText } from '../../ui/text/workbench/work-contacts.ts'
import { addDays, dayText, momentText, mondayOf, stationDay } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'
import { saveBlob } from '../ui/save-blob.ts'
import { useDeed } from '../ui/use-deed.ts'
import { useFilters } from '../ui/use-filters.ts'

/** Which work account said how much over which channel in a week, and what it has. */
export function ReportSection() {
  const may = useMay()
  const { get, set } = useFilters()
  const thisWeek = mondayOf(stationDay())
  const week = get('week') ?? thisWeek
  const query = useQuery({
    queryKey: ['weekly-report', week],
    queryFn: () => readWeeklyReport(week),
    placeholderData: keepPreviousData,
  })
  const save = useDeed(() => exportWeeklyReport(week), {
    said: workText.exported,
    onDone: (blob) => saveBlob(blob, `weekly-${week}.csv`),
  })
  const go = (days: number) => set('week', addDays(week, days))
  return (
    <>
      <div className="spread gap-below">
        <span className="button-row">
          <Button onClick={() => go(-7)}>{workText.weekBefore}</Button>
          <Button disabled={week >= thisWeek} onClick={() => go(7)}>
            {workText.weekAfter}
          </Button>
        </span>
        {may('exports.make') && (
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {workText.exportFile}
          </Button>
        )}
      </div>
      <Loaded query={query} rows={8}>
        {(report) => (
          <>
            <p className="quiet gap-below">
              {dayText(report.weekOn)} – {dayText(report.untilOn)} ·{' '}
              {report.madeAt ? workText.countedAt(momentText(report.madeAt)) : workText.stillRunning}
            </p>
            <Said report={report} />
            <Accounts report={report} />
          </>
        )}
      </Loaded>
    </>
  )
}

function Said({ report }: { report: WeeklyReport }) {
  if (report.said.length === 0) return <p className="quiet gap-below">{workText.nothingSaid}</p>
  const officerOf = new Map(report.accounts.map(({ account, officerName }) => [account, officerName]))
  const kindOf = ({ kind, account }: WeeklyReport['said'][number]) =>
    [accountKindWords[kind], kind === 'wecom' && officerOf.get(account)].filter(Boolean).join(' · ')
  return (
    <div className="card flush">
      <table className="list-table">
        <thead>
          <tr>
            <th>{workText.account}</th>
            <th>{workText.channel}</th>
            <th>{workText.sent}</th>
            <th>{workText.answered}</th>
            <th>{workText.writtenBy}</th>
          </tr>
        </thead>
        <tbody>
          {report.said.map((row) => (
            <tr key={`${row.kind} ${row.account} ${row.channel}`}>
              <td className="main-cell">
                <b>{row.account || workText.systemAccount}</b>
                <div className="quiet">{kindOf(row)}</div>
              </td>
              <td>{channelWords[row.channel]}</td>
              <td className="numbers">{workText.sentCount(row.sent)}</td>
              <td className="numbers">{workText.answeredCount(row.residents, row.conversations)}</td>
              <td>{row.officers.join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Accounts({ report }: { report: WeeklyReport }) {
  if (report.accounts.length === 0) return null
  return (
    <div className="card flush">
      <table className="list-table">
        <thead>
          <tr>
            <th>{workText.wechatAccount}</th>
            <th>{workText.contacts}</th>
            <th>{workText.addedLeft}</th>
            <th>{workText.ownedGroups}</th>
          </tr>
        </thead>
        <tbody>
          {report.accounts.map((row) => (
            <tr key={row.account}>
              <td className="main-cell">
                <b>{row.officerName ?? row.account}</b>
                {row.officerName && <div className="quiet">{row.account}</div>}
              </td>
              <td className="numbers">{workText.contactCount(row.contacts)}</td>
              <td className="numbers">{workText.addedLeftCount(row.added, row.left)}</td>
              <td className="numbers">{workText.groupCount(row.groups)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
