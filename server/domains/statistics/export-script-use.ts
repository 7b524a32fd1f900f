import type { ScriptUseQuery } from '../../../contract/script-use.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { toCsv } from '../../platform/csv.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { stationMoment } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { outcomeDefinitions, readScriptUse } from './script-use.ts'
import { scenarioNames } from './words.ts'

/** The table of use as CSV, with a line that says who made it and when, and what its columns mean. */
export async function exportScriptUse(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  query: ScriptUseQuery,
  now: Date,
): Promise<string> {
  const { from, to, items } = await readScriptUse(tx, session, query, now)
  const exportId = newId()
  await writeEvents(tx, actor, [
    {
      name: 'export.made',
      subject: { kind: 'export', id: exportId },
      data: { figure: 'script_use', from, to, rows: items.length },
    },
  ])
  const at = stationMoment(now)
  const named = Object.values(outcomeDefinitions)
  return toCsv([
    [`${session.name} 于 ${at} 导出，编号 ${exportId}。内部使用，不得外传。`],
    [
      `话术使用和效果，${from} 至 ${to}。${named.map((each) => `${each.name}：${each.definition}`).join(' ')}`,
    ],
    ['编号', '话术库', '小类', '标题', '在用', ...named.map(({ name }) => name)],
    ...items.map((row) => [
      row.code,
      scenarioNames[row.library],
      row.topic,
      row.title,
      row.inUse ? '是' : '否',
      row.sent,
      row.answered,
      row.solved,
      row.undecided,
      row.objected,
    ]),
  ])
}
