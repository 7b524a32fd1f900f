import { simplify } from '../../platform/search/simplify.ts'

/** What is known of the people of a matter, to be found in any words. */
export type KnownWords = { names: readonly string[]; places: readonly string[] }

export type Masker = {
  /** The words with everything that points to somebody replaced by {kind number}. */
  mask: (text: string) => string
  /** The words with what we replaced put back. What we never gave out stays in braces, and cannot be sent so. */
  restore: (text: string) => string
}

/** Wide digits and letters as narrow ones, traditional characters as simplified: the same however it was typed. */
const evenOut = (text: string) =>
  simplify(text).replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff20\uff0b\uff0d]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
  )
const digits = (text: string) => text.replace(/\D/g, '')
const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
export const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤喻聂易欧成文匡'
const name = `(?:欧阳|司马|上官|诸葛|夏侯|皇甫|[${surnames}])[\\u4e00-\\u9fff]{1,2}`
const kin =
  '堂客|老婆|老公|丈夫|妻子|男人|儿子|女儿|崽|妹陀|孙子|孙女|媳妇|女婿|弟弟|哥哥|姐姐|妹妹|父亲|母亲|爸爸|妈妈|邻居|对门|隔壁|对方'
const titles =
  '先生|女士|小姐|大妈|大爷|大伯|大叔|大姐|大哥|阿姨|叔叔|伯伯|师傅|老师|医生|主任|书记|老板|会计|组长|嫂子|娭毑|爹爹|奶奶|爷爷|婆婆|某某|某'

/**
 * In this order: what is longest and surest first, so that no later rule sees half of it. Where a rule keeps words before
 * what it hides (“我叫”), they are its first group.
 */
const rules: { kind: string; pattern: RegExp; isIt?: (found: string) => boolean }[] = [
  { kind: '邮箱', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  { kind: '网址', pattern: /(?:https?:\/\/|www\.)[^\s，。；、）)]+/gi },
  { kind: '证件号', pattern: /(?<![\dA-Za-z])\d(?:[ -]?\d){16}[ -]?[\dXx](?![\dA-Za-z])/g },
  { kind: '银行卡', pattern: /(?<!\d)\d(?:[ -]?\d){14,18}(?!\d)/g },
  { kind: '电话', pattern: /(?<!\d)(?:\+?86[ -]?)?1[3-9](?:[ .-]?\d){9}(?!\d)/g },
  { kind: '电话', pattern: /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g },
  {
    kind: '电话',
    pattern:
      /[一二三四五六七八九零〇幺两壹贰叁肆伍陆柒捌玖](?:[ -]?[一二三四五六七八九零〇幺两壹贰叁肆伍陆柒捌玖]){6,}/g,
  },
  { kind: '微信号', pattern: /wxid_\w+/gi },
  {
    kind: '微信号',
    pattern:
      /((?:微信|威信|薇信|v信|VX|WX|QQ|抖音|快手)(?:号|是|为|[:：，, ]|加我|号是)*)([A-Za-z][\w-]{4,19}|\d{5,12})/gi,
  },
  { kind: '证件号', pattern: /(?<![A-Za-z\d])[A-Z]{1,2}\d{7,8}(?!\d)/g },
  {
    kind: '车牌',
    pattern: new RegExp(`[${provinces}][A-HJ-NP-Z][·\\s-]?[A-HJ-NP-Z0-9]{4,6}[学警挂港澳]?`, 'gi'),
  },
  {
    kind: '住址',
    pattern:
      /[\u4e00-\u9fff]{0,6}(?:[\d一二三四五六七八九十百]{1,4}|[A-Z甲乙丙丁])(?:组|栋|幢|弄|巷)(?:[\d一二三四五六七八九十百]{1,4}(?:号|单元|室|楼|户))*/g,
  },
  {
    kind: '住址',
    pattern:
      /[\u4e00-\u9fff]{1,6}(?:路|街|巷|大道|弄|小区|花园|新村)[\dA-Za-z一二三四五六七八九十]{1,6}(?:号|栋|幢|弄)(?:[\dA-Za-z-]{1,8}(?:单元|室|号|楼))*/g,
  },
  { kind: '住址', pattern: /(?<!\d)\d{1,4}号(?:门|楼|房|院)?(?:\d{1,4}室?)?(?=[，。；、\s]|$)/g },
  {
    kind: '姓名',
    pattern: new RegExp(
      `((?:我叫|名叫|叫做|名字叫|名字是|姓名[:：]?|联系人[:：]?|户主|身份证上是)\\s*)(${name})`,
      'g',
    ),
  },
  // Where only a guess says that it is a name: it ends there.
  {
    kind: '姓名',
    pattern: new RegExp(
      `((?:我是|本人|${kin})\\s*)(${name})(?=[，。；！、,.;!\\s在的是把跟和被说讲]|$)`,
      'g',
    ),
  },
  { kind: '姓名', pattern: new RegExp(`(?:[小老]?[${surnames}])(?=${titles})`, 'g') },
  {
    kind: '生日',
    pattern:
      /((?:生于|出生于|出生日期[:：是]?|生日[:：是]?)\s*)((?:19|20)\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?)/g,
  },
  { kind: '生日', pattern: /(?:19|20)\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?(?=(?:出生|生|的生日))/g },
  {
    kind: '号码',
    pattern: /(?<![\d.])\d(?:[ -]?\d){4,}(?![\d.]*(?:元|块|万|千|百|公里|米|亩|斤))/g,
    // The hotlines are everybody's; a date is nobody.
    isIt: (found) =>
      !/^(?:1\d{4}|9\d{4})$/.test(digits(found)) && !/^(?:19|20)\d{2}-\d{1,2}-\d{1,2}$/.test(found),
  },
]

/** Replaces the same words by the same placeholder, in all the texts of one question. */
export function createMasker(known: KnownWords): Masker {
  const given = new Map<string, string>()
  const counts = new Map<string, number>()
  const hide = (kind: string, words: string) => {
    const before = [...given].find(([, hidden]) => hidden === words)
    if (before) return before[0]
    const number = (counts.get(kind) ?? 0) + 1
    counts.set(kind, number)
    const mark = `{${kind}${number}}`
    given.set(mark, words)
    return mark
  }
  const longestFirst = (words: readonly string[]) =>
    [...new Set(words.map((word) => evenOut(word).trim()))]
      .filter((word) => word.length > 1)
      .sort((one, other) => other.length - one.length)
  const names = longestFirst(known.names.flatMap((full) => [full, givenName(full)]))
  const places = longestFirst(known.places)
  return {
    mask(text) {
      // Braces of theirs would look like ours.
      let masked = evenOut(text).replace(/[{}]/g, ' ')
      for (const place of places)
        masked = outside(masked, (part) => part.replaceAll(place, () => hide('住址', place)))
      for (const name of names)
        masked = outside(masked, (part) => part.replace(spaced(name), () => hide('姓名', name)))
      for (const { kind, pattern, isIt } of rules)
        masked = outside(masked, (part) =>
          part.replace(pattern, (found, ...groups) => {
            if (isIt && !isIt(found)) return found
            // Two groups, the place and the whole: what stands before is kept.
            const kept = groups.length === 4 ? (groups[0] as string) : ''
            return kept + hide(kind, found.slice(kept.length))
          }),
        )
      return masked
    },
    restore: (text) => text.replace(/\{[^{}\n]{1,12}\}/g, (mark) => given.get(mark) ?? mark),
  }
}

/** 云华 of 陈云华: at home nobody says more. Empty where it is one letter, or the name is none of ours. */
const givenName = (full: string) =>
  new RegExp(`^(?:欧阳|司马|上官|诸葛|夏侯|皇甫|[${surnames}])([\\u4e00-\\u9fff]{2})$`).exec(
    simplify(full),
  )?.[1] ?? ''

/** Also with blanks between its letters, as voice input and forms write it. */
const spaced = (words: string) =>
  new RegExp([...words].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&')).join('[ \u3000]*'), 'g')

/** Works on what is no placeholder yet. */
const outside = (text: string, work: (part: string) => string) =>
  text
    .split(/(\{[^{}\n]{1,12}\})/)
    .map((part, at) => (at % 2 === 1 ? part : work(part)))
    .join('')

/** Every piece of the words that could be a name of two to four letters, to be looked up in the register. */
export function possibleNames(text: string): string[] {
  const found = new Set<string>()
  for (const run of text.match(/[\u4e00-\u9fff·]{2,}/g) ?? [])
    for (let at = 0; at < run.length; at++)
      if (surnames.includes(run[at]!))
        for (const length of [2, 3, 4]) if (at + length <= run.length) found.add(run.slice(at, at + length))
  return [...found]
}
