import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { listDuplicates, tellApart } from '../../api/people.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { duplicateReasonWords, duplicatesText } from '../../ui/text/workbench/duplicates.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { useFilters } from '../ui/use-filters.ts'
import { VillageSelect } from '../ui/village-select.tsx'
import { LikePersonSide } from './like-person.tsx'
import './residents.css'

const page = 20
const most = 100

/** Entries that may be of one person: looked at pair by pair, by a person. */
export function DuplicatesPage() {
  const may = useMay()
  const { get, set } = useFilters()
  const [limit, setLimit] = useState(page)
  const villageId = get('village')
  const query = useQuery({
    queryKey: ['resident-duplicates', villageId, limit],
    queryFn: () => listDuplicates({ ...(villageId && { villageId }), limit }),
    placeholderData: (before) => before,
  })
  const apart = useDeed(([oneId, otherId]: [string, string]) => tellApart(oneId, otherId, false), {
    said: duplicatesText.toldApart,
    touches: [['resident-duplicates']],
  })
  return (
    <Page title={duplicatesText.title} above={<Link to="/residents">← {residentText.title}</Link>}>
      <p className="quiet gap-below">
        {duplicatesText.note} {!may('residents.merge') && duplicatesText.officerMerges}
      </p>
      <div className="filters">
        <VillageSelect value={villageId} onChange={(village) => set('village', village)} />
        {query.data && <span className="quiet">{duplicatesText.total(query.data.total)}</span>}
      </div>
      <Loaded query={query} rows={8} isEmpty={({ items }) => items.length === 0} empty={duplicatesText.none}>
        {({ items }) => (
          <>
            {items.map(({ one, other, reasons }) => (
              <Card key={`${one.id} ${other.id}`}>
                <p className="button-row">
                  {reasons.map((reason) => (
                    <DotTag key={reason} tone="amber">
                      {duplicateReasonWords[reason]}
                    </DotTag>
                  ))}
                </p>
                <div className="pair">
                  <LikePersonSide person={one} />
                  <LikePersonSide person={other} />
                </div>
                <div className="button-row">
                  {may('residents.merge') && (
                    <Link to={`/residents/merge?one=${one.id}&other=${other.id}`}>
                      <Button type="primary">{duplicatesText.compare}</Button>
                    </Link>
                  )}
                  {may('residents.write') && (
                    <Button
                      loading={apart.isPending && apart.variables[1] === other.id}
                      onClick={() => apart.mutate([one.id, other.id])}
                    >
                      {duplicatesText.apart}
                    </Button>
                  )}
                </div>
              </Card>
            ))}
            {query.data && query.data.total > items.length && limit < most && (
              <Button block loading={query.isFetching} onClick={() => setLimit(limit + page)}>
                {commonText.loadMore}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}
