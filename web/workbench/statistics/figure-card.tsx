import { Button, Popover } from 'antd'
import type { Comparison, Figure } from '../../api/statistics.ts'
import { statisticsText } from '../../ui/text/workbench/statistics.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { formatComparison, formatCount, formatValue } from './format-figure.ts'

/** One figure with its numerator and denominator, how sure it is, how it moved, and how it is computed. */
export function FigureCard({ figure, onOpen }: { figure: Figure; onOpen: (part?: string) => void }) {
  const { unit, provisional, band } = figure
  const atMost = figure.measures.find(({ key }) => key === 'at_most')
  return (
    <section className="figure-card">
      <header>
        <h2>{figure.name}</h2>
        {provisional && <DotTag tone="amber">{statisticsText.provisional}</DotTag>}
        {figure.smallNumbers && <DotTag>{statisticsText.small}</DotTag>}
      </header>
      <button
        type="button"
        className="figure-value"
        onClick={() => onOpen()}
        aria-label={`${figure.name} ${statisticsText.rows}`}
      >
        {atMost ? statisticsText.atMost(formatValue(atMost.value, unit)) : formatValue(figure.value, unit)}
      </button>
      {figure.numerator !== null && figure.denominator !== null && (
        <p className="numbers">
          {statisticsText.of(formatCount(figure.numerator), formatCount(figure.denominator))}
        </p>
      )}
      {provisional && (
        <p className="quiet">
          {statisticsText.openCount(provisional.open)}
          {provisional.low !== null && provisional.high !== null
            ? `，${statisticsText.finalRange(formatValue(provisional.low, unit), formatValue(provisional.high, unit))}`
            : ''}
        </p>
      )}
      {band && (
        <p className="quiet">
          {statisticsText[band.kind](formatValue(band.low, unit), formatValue(band.high, unit))}
        </p>
      )}
      {figure.measures
        .filter((measure) => measure !== atMost)
        .map((measure) => (
          <p key={measure.key} className="quiet">
            {measure.part ? (
              <button type="button" className="text-button" onClick={() => onOpen(measure.part)}>
                {measure.name} <b className="numbers">{formatValue(measure.value, measure.unit)}</b>
              </button>
            ) : (
              <>
                {measure.name} <b className="numbers">{formatValue(measure.value, measure.unit)}</b>
              </>
            )}
          </p>
        ))}
      {figure.note && <p className="quiet">{figure.note}</p>}
      <Compared name={statisticsText.mom} comparison={figure.monthOnMonth} />
      <Compared name={statisticsText.yoy} comparison={figure.yearOnYear} />
      {figure.changedLater ? (
        <p className="quiet">{statisticsText.changedLater(figure.changedLater)}</p>
      ) : null}
      <footer className="no-print">
        <Button size="small" type="link" className="bare-link" onClick={() => onOpen()}>
          {statisticsText.rows}
        </Button>
        <Popover
          trigger="click"
          title={`${figure.name} · ${statisticsText.version(figure.version)}`}
          content={<p className="definition">{figure.definition}</p>}
        >
          <Button size="small" type="link" className="bare-link">
            {statisticsText.definition}
          </Button>
        </Popover>
      </footer>
      <p className="print-only quiet">{figure.definition}</p>
    </section>
  )
}

function Compared({ name, comparison }: { name: string; comparison: Comparison | null }) {
  if (!comparison) return null
  return (
    <p className="quiet">
      {name} <b className="numbers">{formatComparison(comparison)}</b>{' '}
      {comparison.withinUsual !== null &&
        (comparison.withinUsual ? statisticsText.usual : statisticsText.unusual)}
      {comparison.smallNumbers && ` · ${statisticsText.small}`}
    </p>
  )
}
