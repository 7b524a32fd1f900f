import { useId, useState } from 'react'
import type { ScriptFile } from '../../../contract/files.ts'
import { fillText } from '../../ui/fill-text.ts'
import { missingVariables } from '../../ui/missing-in-text.ts'
import { sidebarText } from '../../ui/text/sidebar.ts'
import { useAtHand } from '../person/at-hand.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useSay } from './use-say.ts'

export type ShownScript = {
  id: string
  version: number
  title: string
  body: string
  because?: string
  files: ScriptFile[]
}

/** A script as it would be sent, with fields for what nobody knows yet: until they are filled nothing goes out. */
export function ScriptCard({ script }: { script: ShownScript }) {
  const { facts } = useAtHand()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [whole, setWhole] = useState(false)
  const { say, label, trouble, still, sent } = useSay()
  const place = useId()
  const known = fillText(script.body, facts)
  const gaps = missingVariables(known)
  const text = fillText(known, typed)
  const missing = missingVariables(text)
  return (
    <article className="card script">
      <h3>{script.title}</h3>
      <button
        type="button"
        className={whole ? 'script-text' : 'script-text short'}
        aria-expanded={whole}
        aria-label={whole ? undefined : `${sidebarText.wholeText}：${text}`}
        onClick={() => setWhole(!whole)}
      >
        {text}
      </button>
      {script.because ? <p className="soft">{script.because}</p> : null}
      {script.files.length > 0 ? <p className="soft">{sidebarText.hasFiles(script.files.length)}</p> : null}
      {gaps.map((name) => (
        <label key={name} htmlFor={place + name}>
          {name}
          <input
            id={place + name}
            value={typed[name] ?? ''}
            maxLength={200}
            onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
          />
        </label>
      ))}
      <Trouble of={trouble} />
      <button
        type="button"
        className={sent ? 'button wide outline' : 'button wide'}
        disabled={still || missing.length > 0}
        onClick={() => void say(text, [{ id: script.id, version: script.version }])}
      >
        {missing.length > 0 ? sidebarText.missing(missing.length) : label}
      </button>
    </article>
  )
}
