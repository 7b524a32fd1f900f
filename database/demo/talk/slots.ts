import type { Random } from '../random.ts'

const relatives = [
  '我爸',
  '我娘',
  '我崽',
  '我妹坨',
  '我老倌',
  '我堂客',
  '我嗲嗲',
  '我娭毑',
  '我舅舅',
  '我屋里老人家',
]
const places = [
  '水库边',
  '老宁横公路边',
  '村部门口',
  '小学门口',
  '卫生室旁边',
  '桥头',
  '老供销社那里',
  '晒谷坪',
  '机耕道上',
  '茶山脚下',
]
const days = ['昨天', '前天', '今天早上', '上个礼拜', '这两天', '刚才']
const spans = ['两天', '三天', '一个礼拜', '半个月', '两个月', '一年多']
const sums = [
  '三百',
  '五百',
  '八百',
  '一千二',
  '两千',
  '三千五',
  '五千',
  '六千八',
  '一万',
  '一万二',
  '两万',
  '三万',
  '五万',
]
const neighbours = ['陈', '李', '刘', '王', '张', '周', '黄', '杨', '谢', '邓', '胡', '罗']

/** Fills the words in braces; the same word twice in a text gets the same filling. */
export function fillSlots(text: string, random: Random, village: string, group: number): string {
  const filled = new Map<string, string>()
  return text.replace(/\{(.)\}/g, (_, slot: string) => {
    const known = filled.get(slot) ?? fillSlot(slot, random, village, group)
    filled.set(slot, known)
    return known
  })
}

function fillSlot(slot: string, random: Random, village: string, group: number): string {
  switch (slot) {
    case '村':
      return village
    case '组':
      return `${group}组`
    case '亲':
      return random.pick(relatives)
    case '处':
      return random.pick(places)
    case '日':
      return random.pick(days)
    case '久':
      return random.pick(spans)
    case '金':
      return random.pick(sums)
    case '邻':
      return `隔壁老${random.pick(neighbours)}`
    default:
      throw new Error(`no words for {${slot}}`)
  }
}
