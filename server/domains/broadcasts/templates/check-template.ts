import { type TemplateContent, templateVariables } from '../../../../contract/broadcast-templates.ts'
import { readVariables } from '../../../../contract/script-variables.ts'
import { invalid } from '../../../platform/errors.ts'
import { stationDay } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** Signs that nobody can read out. */
const unspoken = /[【】《》（）()[\]<>*#_=|/\\@~^•●]|https?:/

/** Throws `invalid` for what can never go out: braces that nothing fills, a loudspeaker text with signs, an owner who is gone. */
export async function checkTemplate(tx: Tx, content: TemplateContent, now = new Date()): Promise<void> {
  const { variables, unknown } = readVariables(`${content.title}\n${content.body}\n${content.spoken}`)
  const known: readonly string[] = templateVariables
  const wrong = [...unknown, ...variables.filter((name) => !known.includes(name)).map((name) => `{${name}}`)]
  if (wrong.length > 0)
    throw invalid(`花括号里只能写${known.join('、')}，请改：${wrong.slice(0, 3).join(' ').slice(0, 60)}`)
  if (unspoken.test(content.spoken)) throw invalid('大喇叭稿是念出来的，请不要写括号、书名号、网址这些符号。')
  if ((content.seasonFrom === null) !== (content.seasonTo === null))
    throw invalid('季节的开始和结束要么都写，要么都不写。')
  if (content.reviewOn <= stationDay(now)) throw invalid('下次复核的日期要在今天以后。')
  if (content.ownerId === null) throw invalid('请选一位负责人，到期时由他来复核。')
  const { rowCount } = await tx.client.query(
    'select from active_officers where station_id = $1 and id = $2',
    [tx.stationId, content.ownerId],
  )
  if (rowCount === 0) throw invalid('负责人已经不在所里了，请重新选。')
}
