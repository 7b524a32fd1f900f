import { Link } from 'react-router'
import type { FigureRow } from '../../api/statistics.ts'
import { channelWords, scenarioWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { statisticsText } from '../../ui/text/workbench/statistics.ts'
import { durationText, momentText } from '../../ui/time.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { placeOfRow } from './place-of-row.ts'

export function RowsTable({ rows }: { rows: FigureRow[] }) {
  return (
    <div className="scroll-x">
      <table className="list-table">
        <thead>
          <tr>
            <th>{statisticsText.label}</th>
            <th>{commonText.village}</th>
            <th>{statisticsText.at}</th>
            <th>{statisticsText.why}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const place = placeOfRow(row)
            const scenario = row.scenario
              ? (scenarioWords as Record<string, string>)[row.scenario]
              : undefined
            return (
              <tr key={`${row.kind} ${row.id}`}>
                <td className="main-cell">
                  {place ? <Link to={place}>{row.label}</Link> : row.label}
                  <div className="quiet">
                    {[scenario, row.channel && channelWords[row.channel]].filter(Boolean).join(' · ')}
                  </div>
                </td>
                <td>{row.village}</td>
                <td className="numbers">{row.at && momentText(row.at)}</td>
                <td>
                  <DotTag tone={row.counted ? 'green' : 'grey'}>
                    {row.counted ? statisticsText.counted : statisticsText.notCounted}
                  </DotTag>{' '}
                  {row.reason} {row.minutes !== null && durationText(row.minutes * 60_000)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
