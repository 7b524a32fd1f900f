import { explainErrcode } from '../../../gateways/wecom/api/explain-errcode.ts'

const own: Record<string, string> = {
  picture: '有图片企业微信不收，没有发出。请换掉图片后重新发布。',
  gone: '这张图片的文件找不到了。',
  no_moment: '企业微信一天之内没有建成这条朋友圈。',
  unsure: '没有得到企业微信的回答，正在查是否已经建好，不会重复发。',
  unreachable: '连不上企业微信，系统会自动再试。',
  unreadable: '企业微信的回答读不懂，系统会自动再试。',
  internal: '系统出错，会自动再试；多次出现请联系维护人员。',
}

/** What stands in the way of a task, in a sentence. */
export function troubleWords(code: string | null): string | null {
  if (code === null) return null
  const known = own[code]
  if (known) return known
  const { meaning, mend } = explainErrcode(Number(code))
  return `${meaning}${mend}`
}
