import { useQuery } from '@tanstack/react-query'
import { Button, Empty, Tabs } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { type GuideCategory, listGuides, showGuide } from '../../api/services.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { guideCategoryWords, guideText } from '../../ui/text/workbench/services.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { useMay } from '../officers/use-me.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { GuideView } from './guide-view.tsx'
import { NewGuideDialog } from './new-guide-dialog.tsx'
import { RereadsCard } from './rereads-card.tsx'

const categories = Object.keys(guideCategoryWords) as GuideCategory[]

/** The guides as residents read them; those who may, edit them. */
export function GuidesPage() {
  const { slug } = useParams()
  const phone = usePhone()
  const may = useMay()
  const [making, setMaking] = useState(false)
  const [search] = useSearchParams()
  const { get, set } = useFilters()
  const filters = { text: get('text'), category: (get('category') as GuideCategory) ?? undefined }
  const query = useQuery({ queryKey: ['guides', filters], queryFn: () => listGuides(filters) })
  const opened = useQuery({ queryKey: ['guide', slug], queryFn: () => showGuide(slug!), enabled: !!slug })
  const tabTitle = [slug && opened.data?.name, guideText.title].filter(Boolean).join(' · ')
  const view = slug ? (
    <GuideView key={slug} slug={slug} />
  ) : (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={guideText.choose} />
  )
  if (phone && slug) {
    return (
      <Page
        title={guideText.title}
        tabTitle={tabTitle}
        above={<Link to={`/guides?${search}`}>← {commonText.back}</Link>}
      >
        {view}
      </Page>
    )
  }
  return (
    <Page
      title={guideText.title}
      tabTitle={tabTitle}
      actions={may('services.write') && <Button onClick={() => setMaking(true)}>{guideText.newGuide}</Button>}
    >
      <RereadsCard />
      {making && <NewGuideDialog onClose={() => setMaking(false)} />}
      <Tabs
        activeKey={filters.category ?? ''}
        onChange={(category) => set('category', category)}
        items={[
          { key: '', label: commonText.all },
          ...categories.map((key) => ({ key, label: guideCategoryWords[key] })),
        ]}
      />
      <div className="filters">
        <SearchField value={get('text')} hint={guideText.searchHint} onSearch={(text) => set('text', text)} />
      </div>
      <div className="list-and-detail">
        <Loaded query={query} rows={8} isEmpty={({ items }) => items.length === 0} empty={guideText.empty}>
          {({ items }) => (
            <ul className="plain-list card flush">
              {items.map((guide) => (
                <li key={guide.id}>
                  <Link
                    to={`/guides/${guide.slug}?${search}`}
                    className={`list-row ${guide.slug === slug ? 'chosen' : ''}`}
                  >
                    <div className="spread">
                      <b>{guide.name}</b>
                      <span className="quiet">{guide.timeLimit}</span>
                    </div>
                    <div className="two-lines quiet">{guide.summary}</div>
                    {guide.needsCheck && <DotTag tone="amber">{guideText.needsCheck}</DotTag>}{' '}
                    {guide.expired && <DotTag tone="red">{guideText.expired}</DotTag>}{' '}
                    {guide.hiddenAt && <DotTag>{guideText.hidden}</DotTag>}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
        {!phone && view}
      </div>
    </Page>
  )
}
