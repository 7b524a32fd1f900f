import { splitAtWords } from './split-at-words.ts'

/** A message with the words in it that counted, marked wherever they stand. */
export function MarkedWords({ body, words }: { body: string; words: string[] }) {
  const parts = splitAtWords(body, words)
  return (
    <blockquote className="why-message">
      {parts.map(({ text, marked, at }) =>
        marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </blockquote>
  )
}
