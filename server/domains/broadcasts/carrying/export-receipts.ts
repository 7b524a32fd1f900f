import { type CarriedChannel, type FailReason, failReasons } from '../../../../contract/broadcast-receipts.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import { writeWorkbook } from '../../../platform/sheets/write-workbook.ts'
import { stationMoment } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findVisibleBroadcast } from '../find-broadcast.ts'
import { readReceipts } from './read-receipts.ts'

const channelWords: Record<CarriedChannel, string> = {
  groups: '村群',
  contacts: '单独发给居民',
  moments: '朋友圈',
}
const failWords: Record<FailReason, string> = {
  not_contact: '已经不是联系人',
  capped: '今天或这个月的群发次数用完了',
  refused: '企业微信说发不到',
  not_sent: '民警发送时没有发到',
  never_confirmed: '民警三天没有点发送',
  cancelled: '撤销了，没有发',
}
const heads = [
  '从哪里发',
  '民警',
  '交给民警',
  '民警点了发送',
  '要发给',
  '收到',
  '还不知道',
  ...failReasons.map((reason) => failWords[reason]),
]

/**
 * The three receipts of a broadcast as a workbook: a line for all of a channel, then one for each officer. Numbers, and
 * names of colleagues alone; with who made it and when.
 */
export async function exportReceipts(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  now: Date,
): Promise<Buffer> {
  const { number } = await findVisibleBroadcast(tx, session, id)
  const { channels, officers } = await readReceipts(tx, session, id)
  const lines = channels.flatMap(({ channel, failures, ...sums }) => {
    const failed = new Map(failures.map(({ reason, count }) => [reason, count]))
    return [
      [
        ...[
          channelWords[channel],
          `共 ${sums.officers} 人`,
          sums.asked,
          sums.confirmed,
          sums.targets,
          sums.reached,
        ],
        ...[sums.open, ...failReasons.map((reason) => failed.get(reason) ?? 0)],
      ],
      ...officers
        .filter((each) => each.channel === channel)
        .map(({ account, officer, askedAt, confirmedAt, targets, reached }) => [
          ...[channelWords[channel], officer?.name ?? account],
          ...[askedAt, confirmedAt].map((at) => (at ? stationMoment(new Date(at)) : '没有')),
          ...[targets, reached],
        ]),
    ]
  })
  const exportId = newId()
  await writeEvents(tx, actor, [
    {
      name: 'export.made',
      subject: { kind: 'export', id: exportId },
      data: { broadcastId: id, form: 'xlsx', rows: lines.length },
    },
  ])
  const notes = [
    [`${number}：交给民警、民警点了发送、收到是三件事，分开数。空着的格是没有按民警分开数的。`],
    [`${session.name} 于 ${stationMoment(now)} 导出，编号 ${exportId}。内部使用，不得外传。`],
  ]
  return writeWorkbook(
    '发到哪了',
    [heads, ...lines.map((cells) => cells.map(String)), ...notes],
    heads.map(() => 16),
  )
}
