import type { Random } from './random.ts'

const surnames = [...'陈李刘王张周黄杨谢贺欧邓胡喻彭肖罗曾姜何宋唐龙易袁文戴曹夏钟']
const first = [...'秀桂建志国文春雪立新玉美海佳思正云定福金淑光伯应月启梦子雨']
const second = [...'兰华英平辉明芳林生梅珍军红强霞云良根秋莲科怡涵轩泽满才安香石']

/** A made-up name. */
export function makeName(random: Random): { name: string; surname: string } {
  const surname = random.pick(surnames)
  const given = random.chance(0.12) ? random.pick(second) : random.pick(first) + random.pick(second)
  return { name: surname + given, surname }
}

/** A telephone number nobody has: 1xx 0000 and four digits, one of a kind for each `index`. */
export function fakePhone(index: number): string {
  const block = 130 + (Math.floor(index / 10_000) % 70)
  return `${block}0000${String((index * 7919) % 10_000).padStart(4, '0')}`
}
