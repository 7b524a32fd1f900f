import { Input } from 'antd'
import { listMaterials } from '../../../contract/list-materials.ts'
import type { ScriptVariable } from '../../../contract/vocabulary.ts'
import { type Guide, showGuide } from '../../api/services.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { GuideSelect } from '../ui/guide-select.tsx'
import { useDeed } from '../ui/use-deed.ts'

export type Filled = Partial<Record<ScriptVariable, string>>
/** What a guide knows. */
const ofGuides: ScriptVariable[] = ['事项名称', '材料清单', '办理时限']

/** A field for each gap of a script; its value goes into the text when the field is left. What a guide says is taken from it. */
export function MissingVariables(props: { missing: ScriptVariable[]; onFill: (values: Filled) => void }) {
  const { missing, onFill } = props
  const take = useDeed((slug: string) => showGuide(slug), {
    onDone: (guide) => onFill(valuesOf(guide)),
  })
  if (missing.length === 0) return null
  const fill = (name: ScriptVariable, value: string) => {
    if (value.trim()) onFill({ [name]: value.trim() })
  }
  return (
    <div className="missing-variables">
      <p>{inboxText.missing}</p>
      {missing.some((name) => ofGuides.includes(name)) && (
        <GuideSelect
          by="slug"
          hint={inboxText.fillFromGuide}
          onChange={(slug) => slug && take.mutate(slug)}
        />
      )}
      {missing.map((name) => (
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

function valuesOf(guide: Guide): Filled {
  return {
    事项名称: guide.name,
    材料清单: listMaterials(guide.materials) || inboxText.noPapers,
    办理时限: guide.timeLimit,
  }
}
