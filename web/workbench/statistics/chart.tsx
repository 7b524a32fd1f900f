import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, LineChart, GridComponent, TooltipComponent, AriaComponent, CanvasRenderer])

/** A chart that follows its box. Tooltips are drawn on the canvas: the policy lets no style attribute through. */
export function Chart(props: { option: EChartsCoreOption; label: string; onPick?: (name: string) => void }) {
  const place = useRef<HTMLDivElement>(null)
  const pick = useRef(props.onPick)
  pick.current = props.onPick
  const { option } = props
  useEffect(() => {
    if (!place.current) return
    const chart = init(place.current)
    chart.setOption({
      aria: { enabled: true },
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
      ...option,
    })
    chart.on('click', ({ name }) => pick.current?.(String(name)))
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(place.current)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [option])
  return <div ref={place} className="chart" role="img" aria-label={props.label} />
}
