import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { visitOutcomes } from '../../../contract/vocabulary.ts'
import { type DoorRoundItem, listDoorRound } from '../../api/coverage.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { coverageText, outcomeWords } from '../../ui/text/workbench/coverage.ts'
import { dayText, stationDay } from '../../ui/time.ts'
import { useMe, useVillages } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { PrintCode } from './print-code.tsx'
import './coverage.css'

/** More is no round any more, and too much to lie about on paper. */
const mostPrinted = 600

/** The sheet for a round without a phone: door, person, boxes to tick, and the code that adds the village's account. */
export function PrintPage() {
  const { get } = useFilters()
  const [villageId, group] = [get('village'), get('group')]
  const village = useVillages().find(({ id }) => id === villageId)
  const { officer } = useMe()
  const [read, setRead] = useState({ done: 0, total: 0 })
  const query = useQuery({
    queryKey: ['door-round', 'print', villageId, group],
    queryFn: () => readAll({ villageId, group }, setRead),
    enabled: !!villageId,
  })
  const place = `${village?.name ?? ''}${group && group !== 'none' ? group : ''}`
  const address = new URLSearchParams({ village: villageId ?? '', ...(group ? { group } : {}) })
  return (
    <Page
      title={coverageText.printTitle(place)}
      above={
        <Link className="no-print" to={`/coverage/round?${address}`}>
          {coverageText.backToRound}
        </Link>
      }
      actions={
        <Button type="primary" disabled={!query.data?.items.length} onClick={() => window.print()}>
          {commonText.print}
        </Button>
      }
    >
      {!villageId && <p className="quiet">{coverageText.chooseVillage}</p>}
      {villageId && query.isLoading && read.total > 0 && (
        <p className="quiet">{coverageText.printLoading(read.done, read.total)}</p>
      )}
      {villageId && (
        <Loaded query={query} rows={10}>
          {({ items, total }) =>
            total > mostPrinted ? (
              <p>{coverageText.printTooMany(mostPrinted)}</p>
            ) : (
              <section className="print-sheet">
                <div className="print-head">
                  <div>
                    <p>{coverageText.printMeta(dayText(stationDay()), officer.name, items.length)}</p>
                    <p className="quiet">{coverageText.printWarning}</p>
                  </div>
                  <PrintCode villageId={villageId} />
                </div>
                {items.length === 0 ? <p>{coverageText.roundEmpty}</p> : <Sheet items={items} />}
              </section>
            )
          }
        </Loaded>
      )}
    </Page>
  )
}

function Sheet({ items }: { items: DoorRoundItem[] }) {
  return (
    <table className="print-table">
      <thead>
        <tr>
          <th>{coverageText.door}</th>
          <th>{coverageText.person}</th>
          {visitOutcomes.map((outcome) => (
            <th key={outcome} className="tick">
              {outcomeWords[outcome]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.householdId}>
            <td>{item.door}</td>
            <td>{item.person}</td>
            {visitOutcomes.map((outcome) => (
              <td key={outcome} className="tick">
                <span className="tick-box" />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Page after page, so that each of them is recorded as seen by whoever prints. */
async function readAll(
  filters: { villageId: string | undefined; group: string | undefined },
  tell: (read: { done: number; total: number }) => void,
): Promise<{ items: DoorRoundItem[]; total: number }> {
  const items: DoorRoundItem[] = []
  let after: string | undefined
  for (;;) {
    const page = await listDoorRound({ ...filters, limit: 100, ...(after ? { after } : {}) })
    items.push(...page.items)
    const total = page.total ?? items.length
    tell({ done: items.length, total })
    if (!page.next || total > mostPrinted) return { items, total }
    after = page.next
  }
}
