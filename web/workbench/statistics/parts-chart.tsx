import { useMemo } from 'react'
import type { Figure } from '../../api/statistics.ts'
import { Card } from '../ui/card.tsx'
import { Chart } from './chart.tsx'
import { formatCount, formatValue } from './format-figure.ts'

/** The parts of a figure as bars; a bar opens the rows it counts, and so does the list beneath. */
export function PartsChart({ figure, onOpen }: { figure: Figure; onOpen: (part: string) => void }) {
  const { parts } = figure
  const option = useMemo(() => {
    const shown = parts.toReversed()
    return {
      grid: { left: 8, right: 40, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#e8ecf3' } } },
      yAxis: { type: 'category', data: shown.map(({ name }) => name), axisTick: { show: false } },
      series: [
        {
          type: 'bar',
          data: shown.map(({ numerator }) => numerator),
          itemStyle: { color: '#3f7cc4', borderRadius: [0, 4, 4, 0] },
          barMaxWidth: 22,
          label: { show: true, position: 'right' },
        },
      ],
    }
  }, [parts])
  return (
    <Card title={`${figure.name} ${formatValue(figure.value, figure.unit)}`}>
      <Chart
        option={option}
        label={parts.map(({ name, numerator }) => `${name} ${formatCount(numerator)}`).join('，')}
        onPick={(name) => {
          const part = parts.find((each) => each.name === name)
          if (part) onOpen(part.key)
        }}
      />
      <p className="quiet button-row">
        {parts.map((part) => (
          <button key={part.key} type="button" className="text-button" onClick={() => onOpen(part.key)}>
            {part.name} {formatCount(part.numerator)}
          </button>
        ))}
      </p>
    </Card>
  )
}
