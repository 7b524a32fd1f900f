import type { Random } from './random.ts'

/** Characters and the first letter each sounds with: the search by initials needs it. */
type Sounds = [string, string][]
const sounds = (text: string): Sounds => text.split(' ').map((pair) => [pair.slice(0, -1), pair.slice(-1)])

const surnames = sounds(
  '陈c 李l 刘l 王w 张z 周z 黄h 杨y 谢x 贺h 欧o 邓d 胡h 喻y 彭p 肖x 罗l 曾z 姜j 何h 宋s 唐t 龙l 易y 袁y 文w 戴d 曹c 夏x 钟z',
)
const first = sounds(
  '秀x 桂g 建j 志z 国g 文w 春c 雪x 立l 新x 玉y 美m 海h 佳j 思s 正z 云y 定d 福f 金j 淑s 光g 伯b 应y 月y 乐l 启q 梦m 子z 雨y',
)
const second = sounds(
  '兰l 华h 英y 平p 辉h 明m 芳f 林l 生s 梅m 珍z 军j 红h 强q 霞x 云y 良l 根g 秋q 莲l 科k 怡y 涵h 轩x 泽z 满m 才c 安a 香x 石s',
)

/** A made-up name and its initials. */
export function makeName(random: Random): { name: string; initials: string; surname: string } {
  const surname = random.pick(surnames)
  const given = random.chance(0.12) ? [random.pick(second)] : [random.pick(first), random.pick(second)]
  const letters = [surname, ...given]
  return {
    name: letters.map(([letter]) => letter).join(''),
    initials: letters.map(([, sound]) => sound).join(''),
    surname: surname[0],
  }
}

/** A telephone number nobody has: 1xx 0000 and four digits, one of a kind for each `index`. */
export function fakePhone(index: number): string {
  const block = 130 + (Math.floor(index / 10_000) % 70)
  return `${block}0000${String((index * 7919) % 10_000).padStart(4, '0')}`
}
