import { asCount, type FigureDefinition } from '../figure.ts'
import { matterCells, sumOf } from '../matter-cells.ts'
import { matterParts } from '../matter-parts.ts'
import { matterRows } from '../matter-rows.ts'

export const mattersByVillage: FigureDefinition = {
  key: 'matters_by_village',
  version: 1,
  name: '按村看事项',
  definition:
    '本期首次办结的事项（案件，或没有转成案件就办结的会话；合并的算一件），按村分：先看事情发生地，再看住户所在村，再看来信人所在村，都不知道的单列“未知”。',
  unit: 'count',
  compared: true,
  async compute(tx, period, filter) {
    const cells = await matterCells(tx, period, filter)
    return asCount(sumOf(cells, 'all'), {
      changedLater: sumOf(cells, 'changedLater'),
      parts: await matterParts(tx, cells, 'village', { numerator: 'all' }),
    })
  },
  rows: (tx, period, filter, wanted) =>
    matterRows(tx, period, filter, wanted, { among: 'all', counted: 'all', part: 'village' }),
}
