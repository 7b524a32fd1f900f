import { asCount, type FigureDefinition } from '../figure.ts'
import { matterCells, sumOf } from '../matter-cells.ts'
import { matterRows } from '../matter-rows.ts'

export const counterSettled: FigureDefinition = {
  key: 'counter_settled',
  version: 1,
  name: '约到窗口办结',
  definition: '本期首次办结的非紧急事项中，办结人记为“到窗口办结”的件数；不算出警，在分流率里单列。',
  unit: 'count',
  compared: true,
  async compute(tx, period, filter) {
    const cells = await matterCells(tx, period, filter)
    return asCount(sumOf(cells, 'counter'), { denominator: sumOf(cells, 'nonEmergency') })
  },
  rows: (tx, period, filter, wanted) =>
    matterRows(tx, period, filter, wanted, { among: 'counter', counted: 'counter', part: 'settlement' }),
}
