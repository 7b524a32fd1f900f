import type { Context } from '../../platform/context.ts'
import { nextNumber } from '../../platform/numbers.ts'
import { stationDay } from '../../platform/station-day.ts'

/** The number at the foot of what is sent. Taken before a transaction is opened. */
export const takeNumber = ({ pool }: Pick<Context, 'pool'>, stationId: string) =>
  nextNumber(pool, stationId, 'broadcast', stationDay(new Date()))
