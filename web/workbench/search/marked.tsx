import type { SearchHit } from '../../api/search.ts'

/** A text with what was looked for marked in it. */
export function Marked({ text, marks }: SearchHit['title']) {
  const parts = marks.map(([from, to], at) => (
    <span key={from}>
      {text.slice(marks[at - 1]?.[1] ?? 0, from)}
      <mark>{text.slice(from, to)}</mark>
    </span>
  ))
  return (
    <>
      {parts}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  )
}
