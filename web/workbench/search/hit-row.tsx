import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { SearchHit } from '../../api/search.ts'
import { momentText } from '../../ui/time.ts'
import { Marked } from './marked.tsx'

/** Where a hit is looked at in its place. */
export function placeOf({ kind, id, conversationId, title }: SearchHit): string {
  switch (kind) {
    case 'person':
      if (id) return `/residents/${id}`
      return conversationId
        ? `/inbox/all/${conversationId}`
        : `/residents?text=${encodeURIComponent(title.text)}`
    case 'message':
      return `/inbox/all/${conversationId}#${id}`
    case 'case':
      return `/cases/${id}`
    case 'script':
      return `/scripts/${id}`
    case 'guide':
      return `/guides/${id}`
  }
}

/** One hit: who or what, where it stands, and the words around it. */
export function HitRow(props: { hit: SearchHit; id: string; chosen: boolean; onGo: () => void }) {
  const { hit, id, chosen, onGo } = props
  const row = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const about = [hit.number, hit.villageName, hit.at && momentText(hit.at)].filter(Boolean).join(' · ')
  return (
    <Link
      ref={row}
      id={id}
      to={placeOf(hit)}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={`row-button hit-row ${chosen ? 'chosen' : ''}`}
      onClick={onGo}
    >
      <span className="hit-head">
        <b>
          <Marked {...hit.title} />
        </b>
        <span className="quiet">{about}</span>
      </span>
      {hit.excerpt && (
        <span className="two-lines hit-words">
          <Marked {...hit.excerpt} />
        </span>
      )}
    </Link>
  )
}
