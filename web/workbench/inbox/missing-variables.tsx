import { Input } from 'antd'
import type { ScriptVariable } from '../../../contract/vocabulary.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'

/** A field for each gap of a script; its value goes into the text when the field is left. */
export function MissingVariables(props: {
  missing: ScriptVariable[]
  onFill: (name: ScriptVariable, value: string) => void
}) {
  if (props.missing.length === 0) return null
  const fill = (name: ScriptVariable, value: string) => {
    if (value.trim()) props.onFill(name, value.trim())
  }
  return (
    <div className="missing-variables">
      <p>{inboxText.missing}</p>
      {props.missing.map((name) => (
        <Input
          key={name}
          size="small"
          prefix={<span className="quiet">{name}</span>}
          aria-label={name}
          maxLength={200}
          onBlur={(event) => fill(name, event.target.value)}
          onPressEnter={(event) => fill(name, event.currentTarget.value)}
        />
      ))}
    </div>
  )
}
