import { byteLength, mostBytes, writeBroadcastText } from '../../../contract/broadcast-text.ts'
import type { BroadcastContent } from '../../../contract/broadcasts.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** An auxiliary writes for her villages. Throws `invalid`. */
export function checkScope(
  session: OfficerSession,
  { audience, channels }: Pick<BroadcastContent, 'audience' | 'channels'>,
): void {
  if (session.scope === 'station') return
  if (!audience.villageIds?.every((id) => session.villageIds.includes(id))) throw invalid('请选您负责的村。')
  if (channels.includes('moments')) throw invalid('朋友圈是全所一起发的，请找民警来发。')
}

/** Nor may even a draft go to villages, groups or tags that are not there, or of other villages than hers. Throws `invalid`. */
export async function checkAudience(
  tx: Tx,
  audience: BroadcastContent['audience'],
  scope: readonly string[] | null,
): Promise<void> {
  const { villageIds, villageGroups, groupIds, tagIds } = audience
  const named = [...(villageIds ?? []), ...villageGroups.map(({ villageId }) => villageId)]
  if (villageIds && !villageGroups.every(({ villageId }) => villageIds.includes(villageId)))
    throw invalid('选的组不在选的村里，请重新选。')
  const { rows } = await tx.client.query(
    `select not exists (select from unnest($2::uuid[]) as x(id)
        where not exists (select from villages v where v.station_id = $1 and v.id = x.id)) as villages,
      not exists (select from unnest($3::uuid[]) as x(id) where not exists (select from chat_groups g
        where g.station_id = $1 and g.id = x.id and ($5::uuid[] is null or g.village_id = any($5)))) as groups,
      not exists (select from unnest($4::text[]) as x(id)
        where not exists (select from contact_tags t where t.station_id = $1 and t.tag_id = x.id)) as tags`,
    [tx.stationId, named, groupIds ?? [], tagIds, scope],
  )
  if (!rows[0].villages) throw invalid('有的村已经没有了，请重新选。')
  if (!rows[0].groups) throw invalid('有的群已经没有了，请重新选。')
  if (!rows[0].tags) throw invalid('有的标签已经没有了，请重新选。')
}

/** Only pictures that this officer put in, or that the broadcast had before. */
export async function checkPictures(
  tx: Tx,
  session: OfficerSession,
  fileIds: string[],
  before: string[],
): Promise<void> {
  const { rows } = await tx.client.query(
    `select count(*)::int as n from files where station_id = $1 and id = any($2::uuid[]) and kind = 'photo'
     and (owner_kind = 'officer' and owner_id = $3 or id = any($4::uuid[]))`,
    [tx.stationId, fileIds, session.officerId, before],
  )
  if (rows[0].n !== fileIds.length) throw invalid('有照片没有传成功，请重新添加。')
}

type Submitted = Omit<BroadcastContent, 'templateKey' | 'sendAt' | 'shownUntil'> & {
  number: string
  aboutHow: Parameters<typeof writeBroadcastText>[0]['aboutHow']
  sendAt: Date | null
  shownUntil: Date | null
}

const furthest = 90 * 86_400_000

/** What a broadcast lacks before somebody can read it over, as a sentence; null: nothing. */
export function findLack(content: Submitted, stationName: string, now: Date): string | null {
  const { channels, audience, sendAt, shownUntil, spoken } = content
  if (content.title.trim().length < 2) return '请写标题。'
  if (content.body.trim().length < 4) return '请写正文。'
  if (channels.length === 0) return '请选从哪里发出去。'
  if (channels.includes('loudspeaker') && spoken.trim().length < 4) return '选了大喇叭，请写大喇叭稿。'
  const bytes = byteLength(writeBroadcastText({ ...content, stationName }))
  if (bytes > mostBytes) return `连同标题和落款一共 ${bytes} 字节，微信最多 ${mostBytes} 字节，请删短一些。`
  if (channels.includes('moments') && !onlyTags(audience) && !content.aboutHow)
    return '朋友圈只能按标签选人，不能按村、组、需要、语言选：请去掉朋友圈，或者改发给全镇。'
  if (sendAt && sendAt <= now) return '定的时间已经过了，请改一下。'
  if (sendAt && sendAt.getTime() - now.getTime() > furthest) return '最多提前 90 天定时间。'
  if (shownUntil && shownUntil <= (sendAt ?? now)) return '页面显示到的时间要晚于发出的时间。'
  return null
}

const onlyTags = ({ villageIds, villageGroups, needs, languages }: BroadcastContent['audience']) =>
  villageIds === null && villageGroups.length + needs.length + languages.length === 0
