import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Fragment, useState } from 'react'
import type { HouseholdReach } from '../../../contract/vocabulary.ts'
import type { Coverage, CoverageVillage } from '../../api/coverage.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { coverageText, reachWords } from '../../ui/text/workbench/coverage.ts'
import { Card } from '../ui/card.tsx'
import { CountCells } from './count-cells.tsx'
import { shareOf } from './counts-text.ts'
import { GroupRows } from './group-rows.tsx'
import type { HouseholdsAsked } from './households-drawer.tsx'
import { shownReaches } from './shown-reaches.ts'

type Order = 'place' | 'share' | 'resident' | HouseholdReach

/** The map's numbers to read: villages, each opening into its groups, every number opening its households. */
export function CoverageTable(props: {
  coverage: Coverage
  day: string | undefined
  onOpen: (asked: HouseholdsAsked) => void
}) {
  const { coverage, day, onOpen } = props
  const [order, setOrder] = useState<Order>('place')
  const [opened, setOpened] = useState<string[]>([])
  const head = (key: Order, label: string) => (
    <th aria-sort={order === key ? (key === 'share' ? 'ascending' : 'descending') : 'none'}>
      <button
        type="button"
        className="sort-button"
        aria-label={coverageText.sortBy(label)}
        onClick={() => setOrder(order === key ? 'place' : key)}
      >
        {label}
        {order === key && (key === 'share' ? ' ↑' : ' ↓')}
      </button>
    </th>
  )
  const toggle = (id: string) =>
    setOpened(opened.includes(id) ? opened.filter((each) => each !== id) : [...opened, id])
  return (
    <Card title={coverageText.byVillage} className="flush-table">
      <div className="scroll-x">
        <table className="list-table coverage-table">
          <thead>
            <tr>
              <th>{commonText.village}</th>
              {head('resident', coverageText.households)}
              {head('share', coverageText.share)}
              {shownReaches.map((reach) => (
                <Fragment key={reach}>{head(reach, reachWords[reach])}</Fragment>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="sum-row">
              <td className="main-cell">
                <b>{coverageText.total}</b>
              </td>
              <CountCells counts={coverage.whole} onOpen={(reach, title) => onOpen({ day, reach, title })} />
            </tr>
            {sorted(coverage.villages, order).map((village) => {
              const isOpen = opened.includes(village.villageId)
              return (
                <Fragment key={village.villageId}>
                  <tr>
                    <td className="main-cell">
                      <button
                        type="button"
                        className="text-button"
                        aria-expanded={isOpen}
                        aria-label={coverageText.openGroups(village.name)}
                        onClick={() => toggle(village.villageId)}
                      >
                        {isOpen ? <DownOutlined /> : <RightOutlined />} {village.name}
                      </button>
                    </td>
                    <CountCells
                      counts={village}
                      onOpen={(reach, title) =>
                        onOpen({
                          day,
                          reach,
                          villageId: village.villageId,
                          title: `${village.name} · ${title}`,
                        })
                      }
                    />
                  </tr>
                  {isOpen && <GroupRows village={village} day={day} onOpen={onOpen} />}
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

/** By share the lowest first: that is where there is something to do. */
function sorted(villages: CoverageVillage[], order: Order): CoverageVillage[] {
  if (order === 'place') return villages
  return villages.toSorted((one, other) =>
    order === 'share' ? (shareOf(one) ?? 2) - (shareOf(other) ?? 2) : other[order] - one[order],
  )
}
