import { showGuide } from '../../api/services.ts'
import { sidebarText } from '../../ui/text/sidebar.ts'
import { Show } from '../shell/load-state.tsx'
import { useLoaded } from '../shell/use-loaded.ts'

/** The family's answers lead to another guide, whose papers are others. */
export function OtherGuide({ slug, take }: { slug: string; take: (slug: string) => void }) {
  const guide = useLoaded(`guide ${slug}`, () => showGuide(slug))
  return (
    <Show of={guide}>
      {({ name }) => (
        <div className="card" role="status">
          <p>{sidebarText.otherGuide(name)}</p>
          <button type="button" className="button outline" onClick={() => take(slug)}>
            {sidebarText.takeGuide(name)}
          </button>
        </div>
      )}
    </Show>
  )
}
