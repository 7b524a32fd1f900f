import { asShare, type FigureDefinition } from '../figure.ts'
import { matterCells, sumOf } from '../matter-cells.ts'
import { matterParts } from '../matter-parts.ts'
import { matterRows } from '../matter-rows.ts'

export const outcomeTold: FigureDefinition = {
  key: 'outcome_told',
  version: 1,
  name: '结果告知率',
  definition: '本期首次办结的事项中，已把结果告诉居民、居民可以提出异议的占多少。',
  unit: 'share',
  compared: true,
  async compute(tx, period, filter) {
    const cells = await matterCells(tx, period, filter)
    return asShare(sumOf(cells, 'told'), sumOf(cells, 'all'), {
      changedLater: sumOf(cells, 'changedLater'),
      parts: await matterParts(tx, cells, 'village', { numerator: 'told', denominator: 'all' }),
    })
  },
  rows: (tx, period, filter, wanted) =>
    matterRows(tx, period, filter, wanted, { among: 'all', counted: 'told', part: 'village' }),
}
