import { foldText } from './grams.ts'

/** Traditional characters one meets in names and addresses, each before its simplified one. */
const pairs =
  '劉刘陳陈張张黃黄楊杨趙赵吳吴鄭郑孫孙馬马羅罗鄧邓馮冯許许葉叶蔣蒋賀贺龍龙顧顾龔龚譚谭鄒邹蘇苏盧卢鍾钟韋韦閻阎陸陆' +
  '萬万錢钱湯汤賴赖嚴严藍蓝歐欧齊齐尋寻樂乐國国華华蘭兰鳳凤麗丽貴贵興兴榮荣強强軍军勝胜寶宝偉伟飛飞進进遠远達达輝辉' +
  '濤涛鵬鹏東东長长門门開开戶户證证時时間间電电話话騙骗錢钱車车號号組组棟栋單单樓楼區区鄉乡鎮镇橋桥農农業业辦办報报' +
  '警警處处見见問问請请謝谢沒没還还這这個个們们說说聽听買买賣卖書书學学醫医藥药婦妇兒儿孫孙媽妈爺爷養养結结離离遷迁' +
  '雲云紅红綠绿銀银鐵铁鑫鑫義义禮礼愛爱靜静嬌娇賢贤傑杰慶庆豐丰澤泽濱滨燈灯壞坏牆墙溝沟渠渠災灾險险'
const simple = new Map(
  Array.from({ length: pairs.length / 2 }, (_, at) => [pairs[2 * at]!, pairs[2 * at + 1]!]),
)

const digits = '零一二三四五六七八九'
const numeral = /[零一二两三四五六七八九十百]+(?=(?:村民)?(?:小?组|队|栋|单元|号|室))/g

/** 十二 → 12, 一百零三 → 103, 二〇 is left to others. */
function readNumeral(text: string): string {
  let sum = 0
  let last = 0
  for (const character of text.replaceAll('两', '二')) {
    if (character === '百' || character === '十') {
      sum += (last || 1) * (character === '百' ? 100 : 10)
      last = 0
    } else last = digits.indexOf(character)
  }
  return String(sum + last)
}

/** Traditional characters as simplified ones, as far as they are ones of names and of a station's everyday. */
export function simplify(text: string): string {
  return text.replace(/[\u4e00-\u9fff]/g, (character) => simple.get(character) ?? character)
}

/** One spelling of what is typed and of what is found: width, case, simplified characters, numbers of doors as digits. */
export function foldWords(text: string): string {
  return simplify(foldText(text)).replace(numeral, readNumeral)
}
