import type { GuideSummary } from '../../api/public-guides.ts'
import { Link } from '../shell/link.tsx'
import { guideText } from '../text/guides.ts'

/** A guide in a list: its name and price; when it was searched for also one sentence and how long it takes. */
export function GuideRow(props: { guide: GuideSummary; to: string; short: boolean }) {
  const { guide } = props
  return (
    <li>
      <Link to={props.to} className="row-link">
        <b>{guide.name}</b>
        {props.short ? null : <span>{guide.summary}</span>}
        <span className="facts">
          {guide.feeYuan === null ? null : <i>{feeText(guide.feeYuan)}</i>}
          {props.short ? null : <i>{guide.timeLimit}</i>}
        </span>
      </Link>
    </li>
  )
}

export const feeText = (yuan: number | null) => (yuan === null ? guideText.feeUnknown : guideText.yuan(yuan))
