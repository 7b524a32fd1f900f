import { foldText } from './grams.ts'
import { simplify } from './simplify.ts'

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

/** One spelling of what is typed and of what is found: width, case, simplified characters, numbers of doors as digits. */
export function foldWords(text: string): string {
  return simplify(foldText(text)).replace(numeral, readNumeral)
}
