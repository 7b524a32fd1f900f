import type { RumourStage } from './vocabulary.ts'

/** What may be doubtful in a reply: why it should not be said (yet). */
export const doubtKinds = [
  'cause',
  'blame',
  'injured',
  'person',
  'place',
  'class',
  'verdict',
  'spreader',
  'not_quoted',
] as const
export type DoubtKind = (typeof doubtKinds)[number]
export type Doubt = { kind: DoubtKind; word: string }

const digits: Record<string, string> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

/** Surnames that do not also stand before 某 as another word (于某日, 和某村). */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const somebody = new RegExp(
  `[${surnames}]某(某|(?![日月年地村处时天个些种店厂校路市县镇]))|姓[${surnames}]的`,
)

const mobile = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/
const landline = /(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/
const identity = /(?<!\d)(?:\d{17}[\dXx]|\d{15})(?!\d)/
const account =
  /wxid_[\w-]+|(?:微信|薇信|威信|weixin|wechat|v信|vx|wx|qq|抖音|快手)(?:号码?|id)?[:： 是为]*[A-Za-z][\w-]{5,19}|qq(?:号码?)?[:： 是为]*\d{5,11}/i

/** Width and Chinese numerals are no way around: “１３８…”, “幺三八…”. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[零〇一幺二两三四五六七八九]{7,}/g, (run) => run.replace(/./g, (each) => digits[each]!))

export type PersonTrace = { kind: 'mobile' | 'landline' | 'identity' | 'account' | 'name'; word: string }

/**
 * What in these words leads to a person, or null. The desk answers a rumour and keeps nobody who said it or is in it.
 * An office's telephone number is asked for where residents are told whom to call (`landlines`).
 */
export function findPersonTrace(text: string, options: { landlines?: boolean } = {}): PersonTrace | null {
  const words = plain(text)
  const found = (kind: PersonTrace['kind'], pattern: RegExp) => {
    const word = pattern.exec(words)?.[0]
    return word ? { kind, word } : null
  }
  return (
    found('identity', identity) ??
    found('mobile', mobile) ??
    (options.landlines ? null : found('landline', landline)) ??
    found('account', account) ??
    found('name', somebody)
  )
}

const count = '[0-9一二两三四五六七八九十百几数多]+'
/** What nobody says before the official notice (content: 2.4; the notice is the county bureau's). */
const beforeNotice: [DoubtKind, RegExp][] = [
  [
    'cause',
    /原因是|起因是|因为|由于|所致|引起的|引发的|导致|造成|酒驾|醉驾|毒驾|疲劳驾驶|情杀|仇杀|他杀|自杀|轻生|报复|精神病/,
  ],
  ['blame', /全责|主责|责任在|负责任的是|嫌疑|嫌犯|凶手|肇事者|作案|主犯|故意|被抓|抓获|拘留|刑拘/],
  [
    'injured',
    new RegExp(
      `${count}(?:个|名|位)?(?:人|小孩|学生|老人|孩子)?(?:已经?|被|受|轻|重|当场|不幸)*(?:死|亡|遇难|伤|失踪|溺亡|住院)|(?:死|伤|亡|遇难|失踪)了?(?:共|有)?${count}(?:个|名|位|人)`,
    ),
  ],
  ['person', new RegExp(`${somebody.source}|死者|伤者|遇难者|受害人|当事人|家属叫`)],
  ['place', /[0-9一二三四五六七八九十]+(?:组|栋|单元|号楼|号门)|家住|住在/],
  [
    'class',
    /(?:小学|中学|幼儿园|学校|职校).{0,8}(?:[0-9一二三四五六七八九]+年级|[0-9一二三四五六七八九]+班|[大中小]班)/,
  ],
]
/** Before anything was checked, not even whether it is true; and never who spread it. */
const verdict = /是真的|是假的|属实|不实|谣言|假消息|造谣|没有这回事|没有这件事|子虚乌有/
const spreader = /谁发的|谁传的|发帖人|发布者|造谣者|传谣|散布|转发者|网民.{0,6}某/

/**
 * Words of a reply that a second person should look at twice, by the stage. After the official notice only what it says
 * is said: `notices` are its words.
 */
export function findDoubts(stage: RumourStage, texts: string[], notices: string[]): Doubt[] {
  const doubts: Doubt[] = []
  const look = (kind: DoubtKind, pattern: RegExp) => {
    for (const text of texts) {
      const word = pattern.exec(text)?.[0]
      if (word) return void doubts.push({ kind, word })
    }
  }
  if (stage === 'received' || stage === 'checking')
    for (const [kind, pattern] of beforeNotice) look(kind, pattern)
  if (stage === 'received') look('verdict', verdict)
  look('spreader', spreader)
  const [checked = ''] = texts
  if (stage === 'notice' && !isQuoted(checked, notices))
    doubts.push({ kind: 'not_quoted', word: checked.slice(0, 30) })
  return doubts
}

/** Word for word: marks and blanks aside. */
function isQuoted(words: string, notices: string[]): boolean {
  const bare = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
  const wanted = bare(words)
  return notices.some((notice) => bare(notice).includes(wanted))
}
