/**
 * Articles of 治安管理处罚法 as in force since 2026-01-01, each with words one of which must stand beside
 * the citation. The law was renumbered, so an old citation shows itself by the wrong subject:
 * 噪声 with 58 (now theft), 殴打 with 43 (now objects thrown from a height).
 */
const publicOrderArticles: Record<number, readonly string[]> = {
  8: ['刑事', '犯罪'],
  9: ['调解'],
  12: ['未成年'],
  15: ['醉'],
  20: ['从轻', '减轻', '主动'],
  22: ['从重'],
  23: ['不执行'],
  29: ['谣言', '谎报'],
  30: ['寻衅滋事'],
  43: ['高空抛物'],
  46: ['无人机', '升空'],
  50: ['侮辱', '恐吓', '滋扰', '偷拍'],
  51: ['殴打', '伤害'],
  53: ['虐待', '遗弃'],
  58: ['盗窃', '诈骗', '抢夺'],
  59: ['损毁', '损坏'],
  60: ['欺凌'],
  61: ['紧急'],
  67: ['旅馆', '住宿'],
  68: ['出租'],
  69: ['娱乐', '刻章', '修车', '报废车'],
  73: ['告诫书'],
  77: ['坟'],
  82: ['赌博'],
  83: ['罂粟'],
  88: ['噪声', '噪音'],
  89: ['动物', '犬', '狗'],
  90: ['立案', '受案'],
  94: ['保密', '隐私', '个人信息'],
  97: ['传唤'],
  98: ['笔录'],
  99: ['证人'],
  108: ['一名', '录像'],
  109: ['派出所'],
  116: ['处罚决定书', '家属'],
  117: ['听证'],
  118: ['期限'],
  121: ['复议'],
  123: ['罚款'],
  126: ['升学考试'],
  136: ['封存'],
  138: ['个人信息'],
}

const numerals = '零一二三四五六七八九'
const number = '(?:\\d+|(?<=第)[零一二三四五六七八九十百]+)'
const lawName = /治安(?:管理处罚)?法》?/g
/** The sentence ends, or another law begins: its numbers are not ours. */
const otherLaw = /[。；;]|(?:法典?|条例|规定|解释)》?第/
/** 第88条, 第116、118条, 第一百零九条 */
const cited = new RegExp(`${number}(?=\\s*(?:[、和]\\s*第?${number}\\s*)*条)`, 'g')

/** Reads 29 and 二十九 alike. */
function readNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  let total = 0
  let digit = 0
  for (const sign of text) {
    if (sign === '百' || sign === '十') {
      total += (digit || 1) * (sign === '百' ? 100 : 10)
      digit = 0
    } else {
      digit = numerals.indexOf(sign)
    }
  }
  return total + digit
}

/**
 * Article numbers of 治安管理处罚法 cited in `text` that are unknown to the table or stand beside the wrong
 * subject. An empty list means nothing is misquoted.
 */
export function findMisquotedArticles(text: string): number[] {
  return [...text.matchAll(lawName)]
    .map((name) => text.slice(name.index + name[0].length).split(otherLaw)[0] ?? '')
    .flatMap((sentence) => [...sentence.matchAll(cited)].map(([article]) => readNumber(article)))
    .filter((article) => !publicOrderArticles[article]?.some((word) => text.includes(word)))
}
