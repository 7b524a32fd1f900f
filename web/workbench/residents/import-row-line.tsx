import { Radio } from 'antd'
import type { ImportRow, RowDecision } from '../../api/register-imports.ts'
import { importText, rowResultWords } from '../../ui/text/workbench/register-import.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { resultTones } from './import-tones.ts'

/** One row of the file: who it is, what becomes of it, and what there is to decide. */
export function ImportRowLine(props: { row: ImportRow; onDecide?: (decision: RowDecision | null) => void }) {
  const { row, name, place, result, why, decision, conflicts } = props.row
  const choices: [RowDecision | 'leave', string][] =
    result === 'conflict'
      ? [
          ['ours', importText.keepOurs],
          ['theirs', importText.takeTheirs],
        ]
      : [
          ['leave', importText.leave],
          ['new', importText.asNew],
        ]
  return (
    <li className="line">
      <DotTag tone={resultTones[result]}>{rowResultWords[result]}</DotTag>{' '}
      <span className="numbers quiet">{importText.row(row)}</span> <b>{name}</b>{' '}
      <span className="quiet">{place}</span>
      {why && <div className={result === 'mistake' ? 'field-error' : 'quiet'}>{why}</div>}
      {conflicts.map(({ field, ours, theirs }) => (
        <div key={field}>
          {field}：{importText.ours} <b>{ours}</b>，{importText.theirs} <b>{theirs}</b>
        </div>
      ))}
      {props.onDecide && (result === 'conflict' || result === 'doubtful') && (
        <Radio.Group
          aria-label={`${importText.row(row)} ${name}`}
          value={decision ?? (result === 'conflict' ? 'ours' : 'leave')}
          options={choices.map(([value, label]) => ({ value, label }))}
          onChange={({ target }) =>
            props.onDecide?.(target.value === 'leave' ? null : (target.value as RowDecision))
          }
        />
      )}
    </li>
  )
}
