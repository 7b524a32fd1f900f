import { asShare, type FigureDefinition, shareOf } from '../figure.ts'
import { matterCells, sumOf } from '../matter-cells.ts'
import { matterParts } from '../matter-parts.ts'
import { matterRows } from '../matter-rows.ts'

export const diversionRate: FigureDefinition = {
  key: 'diversion_rate',
  version: 1,
  name: '非警务紧急警情分流率',
  definition:
    '本期首次办结的非紧急事项中，没有出警到现场、且同一人或同一户办结后 7×24 小时内没有就同一类事项再来联系的占多少；约到窗口办结的不算出警，另列。',
  unit: 'share',
  compared: true,
  async compute(tx, period, filter) {
    const cells = await matterCells(tx, period, filter)
    const diverted = sumOf(cells, 'diverted')
    const all = sumOf(cells, 'nonEmergency')
    const open = sumOf(cells, 'undecided')
    return asShare(diverted, all, {
      provisional:
        open === 0 ? null : { open, low: shareOf(diverted - open, all), high: shareOf(diverted, all) },
      changedLater: sumOf(cells, 'changedLater'),
      parts: await matterParts(tx, cells, 'settlement', {
        numerator: 'diverted',
        denominator: 'nonEmergency',
      }),
    })
  },
  rows: (tx, period, filter, wanted) =>
    matterRows(tx, period, filter, wanted, {
      among: 'nonEmergency',
      counted: 'diverted',
      part: 'settlement',
    }),
}
