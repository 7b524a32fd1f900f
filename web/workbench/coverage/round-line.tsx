import { Button } from 'antd'
import { visitOutcomes } from '../../../contract/vocabulary.ts'
import type { DoorRoundItem } from '../../api/coverage.ts'
import { coverageText, outcomeWords, reachWords } from '../../ui/text/workbench/coverage.ts'
import { dayText, momentText } from '../../ui/time.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { dropTick, type Tick, tick } from './visit-outbox.ts'

/** A door: who lives there, what came of the last visit, and what comes of this one. */
export function RoundLine(props: {
  item: DoorRoundItem
  waiting: Tick | undefined
  mayTick: boolean
  /** Where the list has several villages. */
  withVillage: boolean
}) {
  const { item, waiting, mayTick, withVillage } = props
  const { lastVisit, restsUntil } = item
  const chosen = waiting?.outcome
  return (
    <li className="round-line">
      <div>
        {withVillage && !item.door.startsWith(item.village) && <span className="quiet">{item.village} </span>}
        <b>{item.door}</b> {item.person || <span className="quiet">{coverageText.nobodyKnown}</span>}{' '}
        {item.isHead && <span className="quiet">{coverageText.head}</span>}{' '}
        <DotTag>{reachWords[item.reach]}</DotTag>{' '}
        {restsUntil && <DotTag tone="amber">{coverageText.restsUntil(dayText(restsUntil))}</DotTag>}
        <p className="quiet">
          {waiting
            ? waiting.refused
              ? coverageText.sendFailed(waiting.refused)
              : coverageText.notSent
            : lastVisit
              ? coverageText.lastVisit(
                  outcomeWords[lastVisit.outcome],
                  momentText(lastVisit.visitedAt),
                  lastVisit.officerName,
                )
              : coverageText.neverVisited}
          {!waiting && lastVisit?.outcome === 'added' && ` · ${coverageText.addedHint}`}
          {waiting?.refused && (
            <Button type="link" size="small" onClick={() => dropTick(waiting.key)}>
              {coverageText.dropTick}
            </Button>
          )}
        </p>
      </div>
      {mayTick && (
        <fieldset className="round-ticks" aria-label={item.door}>
          {visitOutcomes.map((outcome) => (
            <Button
              key={outcome}
              aria-pressed={chosen === outcome}
              type={chosen === outcome ? 'primary' : 'default'}
              onClick={() => tick(item.householdId, outcome)}
            >
              {outcomeWords[outcome]}
            </Button>
          ))}
        </fieldset>
      )}
    </li>
  )
}
