import { guideFieldWords, guideText } from '../../ui/text/workbench/services.ts'

/** What one field of a guide said and says, side by side. */
export function GuideDifference(props: {
  field: string
  before: object | undefined
  after: object
  names?: { before: string; after: string }
  open?: boolean
}) {
  const { field, before, after, names } = props
  const words = (says: object | undefined) => wordsOf((says as Record<string, unknown> | undefined)?.[field])
  return (
    <details className="gap-above" open={props.open}>
      <summary>{guideText.changedFields(guideFieldWords[field] ?? field)}</summary>
      <div className="two-columns">
        <div>
          <span className="quiet">{names?.before ?? guideText.oldWords}</span>
          <p className="pre-line">{words(before)}</p>
        </div>
        <div>
          <span className="quiet">{names?.after ?? guideText.newWords}</span>
          <p className="pre-line">{words(after)}</p>
        </div>
      </div>
    </details>
  )
}

/** A value for people: lists by line, papers and questions by their words. */
function wordsOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map(wordsOf).join('\n')
  if (typeof value !== 'object') return String(value)
  const { name, text, answers, neededWhen } = value as Record<string, unknown>
  const more = Array.isArray(answers) ? `（${answers.map(wordsOf).join(' / ')}）` : ''
  return `${name ?? text ?? ''}${typeof neededWhen === 'string' ? `（${neededWhen}）` : ''}${more}`
}
