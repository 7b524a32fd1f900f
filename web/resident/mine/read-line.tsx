import type { OwnReads, ReadSubject } from '../../api/resident-reads.ts'
import { roleWords } from '../../ui/text/vocabulary.ts'
import { clockTime } from '../../ui/time.ts'
import { Link } from '../shell/link.tsx'
import { pathTo } from '../shell/place.ts'
import { readsText } from '../text/reads.ts'

type Line = OwnReads['items'][number]

/** The pages of matters that have one. */
const pages: Partial<Record<ReadSubject, string>> = {
  conversation: 'conversations',
  case: 'cases',
  appointment: 'appointments',
}

/** One officer's looks of a day: who, what, when, how often. */
export function ReadLine(props: { of: Line }) {
  const { officerName, officerRole, firstAt, lastAt, times, subjects } = props.of
  const [from, until] = [clockTime(firstAt), clockTime(lastAt)]
  return (
    <li className="card">
      <p>
        <b>{officerName || readsText.somebody}</b>
        {officerRole ? `（${roleWords[officerRole]}）` : null}
      </p>
      <p className="soft">{times === 1 ? readsText.once(from) : readsText.often(from, until, times)}</p>
      <ul className="looked" aria-label={readsText.looked}>
        {subjects.map(({ kind, matter }) => (
          <li key={`${kind} ${matter?.id}`}>
            <Subject kind={kind} matter={matter} />
          </li>
        ))}
      </ul>
    </li>
  )
}

function Subject({ kind, matter }: Line['subjects'][number]) {
  const page = pages[kind]
  if (!matter || !page) return <>{readsText[kind]}</>
  return (
    <Link to={pathTo(page, matter.id)} className="inline-link">
      {readsText[kind]} {matter.number}
    </Link>
  )
}
