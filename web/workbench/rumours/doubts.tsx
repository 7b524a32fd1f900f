import type { RumourReply } from '../../api/rumours.ts'
import { doubtWords, rumourText } from '../../ui/text/workbench/rumours.ts'

/** Words that may not be said yet, each with why. */
export function Doubts({ doubts }: { doubts: RumourReply['doubts'] }) {
  if (doubts.length === 0) return null
  return (
    <div className="field-error" role="alert">
      {rumourText.doubts}
      <ul>
        {doubts.map(({ kind, word }) => (
          <li key={kind}>
            “{word}”：{doubtWords[kind]}
          </li>
        ))}
      </ul>
    </div>
  )
}
