import { Link } from '../shell/link.tsx'

const pictures = {
  ask: 'M4 5h16v11H9l-5 4z',
  guides: 'M6 3h9l4 4v14H6zM9 10h7M9 14h7M9 18h4',
  book: 'M4 6h16v15H4zM4 11h16M8 3v5M16 3v5',
  mine: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-5 4-7 8-7s7 2 8 7',
}

/** One of the four doors: a picture, a word, and what lies behind it. */
export function BigButton(props: { to: string; icon: keyof typeof pictures; name: string; note: string }) {
  return (
    <Link to={props.to} className="big-button">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={pictures[props.icon]} />
      </svg>
      <b>{props.name}</b>
      <span>{props.note}</span>
    </Link>
  )
}
