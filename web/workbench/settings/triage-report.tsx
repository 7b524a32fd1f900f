import { scenarios } from '../../../contract/vocabulary.ts'
import type { RetrainingReport } from '../../api/triage-models.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { triageModelText as text } from '../../ui/text/workbench/triage-models.ts'

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

/** What a candidate does better and worse than what reads now, for the person who decides. */
export function TriageReport({ report }: { report: RetrainingReport }) {
  const { before, after, tested, recent } = report
  const rows: [string, string, string][] = [
    [text.missed, text.of(before.missed, before.emergencies), text.of(after.missed, after.emergencies)],
    [text.falseAlarms, text.of(before.falseAlarms, before.calm), text.of(after.falseAlarms, after.calm)],
    [
      text.right,
      text.of(before.right, before.emergencies + before.calm),
      text.of(after.right, after.emergencies + after.calm),
    ],
    [text.macroF1, percent(before.macroF1), percent(after.macroF1)],
    [text.tested, text.of(tested.rightBefore, tested.count), text.of(tested.rightAfter, tested.count)],
  ]
  return (
    <div className="triage-report">
      <h3>{text.compared}</h3>
      <div className="wide-table">
        <table className="report-table">
          <thead>
            <tr>
              <th />
              <th>{text.before}</th>
              <th>{text.after}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, was, now]) => (
              <tr key={name}>
                <td>{name}</td>
                <td>{was}</td>
                <td>{was === now ? now : <b>{now}</b>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{text.recent}</h3>
      <p>{text.changed(recent.changed, recent.messages)}</p>
      <ul className="plain-list">
        {recent.moves.map(({ from, to, count }) => (
          <li key={`${from} ${to}`}>{text.move(scenarioWords[from], scenarioWords[to], count)}</li>
        ))}
      </ul>
      <h3>{text.confusion}</h3>
      <Confusion before={before.confusion} after={after.confusion} />
      <h3>{text.mistakes}</h3>
      <ul className="plain-list">
        {report.mistakes.map((mistake) => (
          <li key={mistake.text} className="line">
            {mistake.text}{' '}
            <span className="quiet">
              {mistake.emergency && mistake.scenario === mistake.read
                ? text.missedOne
                : text.readAs(scenarioWords[mistake.scenario], scenarioWords[mistake.read])}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The darker a cell, the more of its row lies there. */
function Confusion({ before, after }: { before: number[][]; after: number[][] }) {
  return (
    <div className="wide-table">
      <table className="report-table confusion">
        <thead>
          <tr>
            <th>{text.truth}</th>
            {scenarios.map((scenario) => (
              <th key={scenario}>{scenarioWords[scenario]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {after.map((line, row) => {
            const sum = line.reduce((all, count) => all + count, 0) || 1
            return (
              <tr key={scenarios[row]}>
                <th scope="row">{scenarioWords[scenarios[row]!]}</th>
                {line.map((count, column) => {
                  const was = before[row]?.[column] ?? 0
                  const colour = row === column ? '63, 124, 196' : '207, 89, 60'
                  return (
                    <td
                      key={scenarios[column]}
                      style={{ background: `rgba(${colour}, ${(count / sum) * 0.5})` }}
                    >
                      {count}
                      {was !== count && <span className="quiet"> ({was})</span>}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
