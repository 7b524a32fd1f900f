import type { FigurePart } from '../../../contract/statistics.ts'
import { channels, scenarios, settlements } from '../../../contract/vocabulary.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { shareOf } from './figure.ts'
import { type MatterCell, sumOf } from './matter-cells.ts'
import type { MatterCondition } from './matters.ts'
import { listPlaces } from './places.ts'
import { channelNames, scenarioNames, settlementNames } from './words.ts'

export type PartName = 'settlement' | 'scenario' | 'channel' | 'village'

/** A figure divided: every part is listed, also the empty ones and the unknown village. */
export async function matterParts(
  tx: Tx,
  cells: MatterCell[],
  by: PartName,
  counts: { numerator: MatterCondition; denominator?: MatterCondition },
): Promise<FigurePart[]> {
  const parts = await partsOf(tx, by)
  return parts.map(({ key, name }) => {
    const own = cells.filter((cell) => partOfCell(cell, by) === key)
    const numerator = sumOf(own, counts.numerator)
    const denominator = counts.denominator ? sumOf(own, counts.denominator) : null
    return {
      key,
      name,
      numerator,
      denominator,
      value: denominator === null ? numerator : shareOf(numerator, denominator),
    }
  })
}

function partOfCell(cell: MatterCell, by: PartName): string {
  return by === 'village' ? (cell.villageId ?? 'unknown') : cell[by]
}

async function partsOf(tx: Tx, by: PartName): Promise<{ key: string; name: string }[]> {
  switch (by) {
    case 'settlement':
      return settlements.map((key) => ({ key, name: settlementNames[key] }))
    case 'scenario':
      return scenarios.map((key) => ({ key, name: scenarioNames[key] }))
    case 'channel':
      return channels.map((key) => ({ key, name: channelNames[key] }))
    case 'village':
      return listPlaces(tx)
  }
}
