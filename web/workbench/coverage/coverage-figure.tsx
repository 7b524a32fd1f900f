import { Popover } from 'antd'
import { type HouseholdReach, householdReaches } from '../../../contract/vocabulary.ts'
import type { Coverage } from '../../api/coverage.ts'
import { coverageText, reachHints, reachWords } from '../../ui/text/workbench/coverage.ts'
import { statisticsText } from '../../ui/text/workbench/statistics.ts'
import { dayText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { countText, shareOf, shareText, smallNumber } from './counts-text.ts'

const parts = householdReaches.filter((reach) => reach !== 'departed')

/** The one number with its band and what it means in words; each part opens its households. */
export function CoverageFigure(props: {
  coverage: Coverage
  onOpen: (reach: HouseholdReach, title: string) => void
}) {
  const { whole, day, version, definition } = props.coverage
  const share = shareOf(whole)
  const thousandths = (reach: HouseholdReach) => (whole[reach] / whole.resident) * 1000
  const open = (reach: HouseholdReach) => props.onOpen(reach, reachWords[reach])
  return (
    <Card className="coverage-figure">
      <div className="coverage-headline">
        <span className="coverage-share">{shareText(share)}</span>
        {whole.resident > 0 && whole.resident < smallNumber && (
          <DotTag tone="amber">{coverageText.small}</DotTag>
        )}
        <Popover
          trigger="click"
          content={
            <div className="definition">
              <p>{definition}</p>
              <p className="quiet">{coverageText.numbersNote}</p>
              <p className="quiet">{statisticsText.version(version)}</p>
            </div>
          }
        >
          <button type="button" className="text-button">
            {coverageText.definition}
          </button>
        </Popover>
      </div>
      <p>
        {share === null
          ? coverageText.noHouseholds
          : coverageText.sentence(
              dayText(day),
              countText(whole.resident),
              countText(whole.reached),
              countText(whole.resident - whole.reached),
            )}{' '}
        {share !== null &&
          (whole.perhaps === 0
            ? coverageText.noBand
            : coverageText.band(shareText(share), shareText(shareOf(whole, true)), countText(whole.perhaps)))}
      </p>
      {whole.resident > 0 && (
        <svg className="reach-bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
          {parts.map((reach, at) => (
            <rect
              key={reach}
              className={`reach-${reach}`}
              x={parts.slice(0, at).reduce((sum, before) => sum + thousandths(before), 0)}
              width={thousandths(reach)}
              height="14"
            />
          ))}
        </svg>
      )}
      <ul className="reach-parts">
        {householdReaches.map((reach) => (
          <li key={reach}>
            <button type="button" className="row-button" onClick={() => open(reach)}>
              <span className={`reach-dot reach-${reach}`} aria-hidden="true" />
              <b>{countText(whole[reach])}</b> {reachWords[reach]}
              <span className="quiet">{reachHints[reach]}</span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
