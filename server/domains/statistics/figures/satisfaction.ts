import { asShare, type FigureDefinition, shareOf } from '../figure.ts'
import { matterCells, sumOf } from '../matter-cells.ts'
import { matterRows } from '../matter-rows.ts'
import { wilsonInterval } from '../wilson.ts'

export const satisfaction: FigureDefinition = {
  key: 'satisfaction',
  version: 1,
  name: '居民说“帮到了”',
  definition:
    '本期首次办结、居民作了评价的事项中，居民选“帮到了”的占多少；问的是每一位被告知结果的居民，同时列出有多少人回答。',
  unit: 'share',
  compared: true,
  async compute(tx, period, filter) {
    const cells = await matterCells(tx, period, filter)
    const helped = sumOf(cells, 'helped')
    const rated = sumOf(cells, 'rated')
    const told = sumOf(cells, 'told')
    const interval = wilsonInterval(helped, rated)
    return asShare(helped, rated, {
      band: interval && { kind: 'wilson', ...interval },
      measures: [
        { key: 'asked', name: '问了多少人', unit: 'count', value: told },
        { key: 'response_rate', name: '回答的占比', unit: 'share', value: shareOf(rated, told) },
      ],
    })
  },
  rows: (tx, period, filter, wanted) =>
    matterRows(tx, period, filter, wanted, { among: 'rated', counted: 'helped', part: 'village' }),
}
