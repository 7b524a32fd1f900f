import { asCount, type FigureDefinition } from '../figure.ts'
import { matterCells, sumOf } from '../matter-cells.ts'
import { matterParts } from '../matter-parts.ts'
import { matterRows } from '../matter-rows.ts'

export const mattersByScenario: FigureDefinition = {
  key: 'matters_by_scenario',
  version: 1,
  name: '按类别看事项',
  definition:
    '本期首次办结的事项（案件，或没有转成案件就办结的会话；合并的算一件），按办结时的类别（五类话术与其他部门）分。',
  unit: 'count',
  compared: true,
  async compute(tx, period, filter) {
    const cells = await matterCells(tx, period, filter)
    return asCount(sumOf(cells, 'all'), {
      changedLater: sumOf(cells, 'changedLater'),
      parts: await matterParts(tx, cells, 'scenario', { numerator: 'all' }),
    })
  },
  rows: (tx, period, filter, wanted) =>
    matterRows(tx, period, filter, wanted, { among: 'all', counted: 'all', part: 'scenario' }),
}
