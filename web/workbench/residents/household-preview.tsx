import type { HouseholdPreview } from '../../api/households.ts'
import { householdText } from '../../ui/text/workbench/households.ts'
import { DotTag } from '../ui/dot-tag.tsx'

type Side = HouseholdPreview['before'][number]

/** What would be, beside what is. */
export function PreviewOfHouseholds({ preview }: { preview: HouseholdPreview }) {
  return (
    <div className="two-columns">
      <Sides title={householdText.before} sides={preview.before} />
      <Sides title={householdText.after} sides={preview.after} />
    </div>
  )
}

function Sides({ title, sides }: { title: string; sides: Side[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {sides.map((side) => (
        <div key={side.address + side.id} className="line">
          <b>{side.address}</b> {!side.id && <DotTag tone="green">{householdText.newHousehold}</DotTag>}
          {side.ends && <DotTag tone="amber">{householdText.endsThen}</DotTag>}
          <div>
            {side.people.map(({ id, name, head }) => (
              <span key={id} className="preview-person">
                {name}
                {head && <DotTag tone="blue">{householdText.head}</DotTag>}
              </span>
            ))}
          </div>
        </div>
      ))}
    </section>
  )
}
