import { type GuideSummary, listGuides } from '../../api/services.ts'
import { sidebarText } from '../../ui/text/sidebar.ts'
import { Failure } from '../shell/load-state.tsx'
import { useLoaded } from '../shell/use-loaded.ts'

/** What the station does, as the device's own list: it is what a thumb knows. */
export function GuideSelect(props: {
  value: string
  onChange: (guide: GuideSummary | null) => void
  bookable?: boolean
}) {
  const guides = useLoaded('guides', () => listGuides())
  if (guides.error && !guides.data)
    return <Failure message={guides.error.message} retry={() => void guides.reload()} />
  const items = (guides.data?.items ?? []).filter(
    (guide) => !guide.hiddenAt && (guide.bookable || !props.bookable),
  )
  return (
    <label>
      {sidebarText.guide}
      <select
        value={props.value}
        onChange={({ target }) => props.onChange(items.find(({ slug }) => slug === target.value) ?? null)}
      >
        <option value="">{sidebarText.choose}</option>
        {items.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
