import { type Figure, figureKeys, type StatisticsPage } from '../../../contract/statistics.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { compareFigures, smallNumber } from './compare.ts'
import type { FigureDefinition, Filter } from './figure.ts'
import { figures } from './figures.ts'
import { readCells } from './matter-cells.ts'
import { monthBefore, type Period, yearBefore } from './periods.ts'

/** Every figure of a period, beside the month before and the year before. */
export async function readPage(tx: Tx, period: Period, filter: Filter): Promise<StatisticsPage> {
  const earlier = [monthBefore(period), yearBefore(period)].filter((each) => each !== null)
  await readCells(tx, [period, ...earlier], filter)
  const computed: Figure[] = []
  for (const key of figureKeys) computed.push(await readFigure(tx, figures[key], period, filter))
  return {
    from: period.from,
    to: period.to,
    month: period.month,
    complete: period.complete,
    snapshotAt: period.now.toISOString(),
    village: filter.village,
    channel: filter.channel,
    figures: computed,
  }
}

async function readFigure(tx: Tx, figure: FigureDefinition, period: Period, filter: Filter): Promise<Figure> {
  const now = await figure.compute(tx, period, filter)
  const compare = async (earlier: Period | null) =>
    earlier && figure.compared
      ? compareFigures(figure.unit, now, await figure.compute(tx, earlier, filter), period, earlier)
      : null
  const size = figure.unit === 'count' ? now.numerator : now.denominator
  return {
    key: figure.key,
    version: figure.version,
    name: figure.name,
    definition: figure.definition,
    unit: figure.unit,
    ...now,
    smallNumbers: figure.compared && size !== null && size < smallNumber,
    monthOnMonth: await compare(monthBefore(period)),
    yearOnYear: await compare(yearBefore(period)),
  }
}
