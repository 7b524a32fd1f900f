/**
 * A message as the reader walks it: one code a letter, width and case evened out, blanks taken away
 * (voice input puts blanks anywhere), punctuation folded to `mark`. `edges[i]` says what stands before
 * letter i: 0 nothing, 1 the end of a clause, 2 the end of a sentence.
 */
export type Letters = { codes: Uint16Array; edges: Uint8Array; length: number }

/** The letter that stands for any punctuation; no word contains it, so no word is found across it. */
export const mark = 0x20

const traditional =
  '個个們们說说這这來来時时對对會会後后開开過过還还為为話话錢钱電电騙骗轉转帳账號号點点發发給给讓让麼么嗎吗見见現现問问殺杀傷伤燒烧煙烟墜坠樓楼農农藥药斷断氣气喚唤報报車车' +
  '禍祸門门關关鎖锁裡里裏里兒儿孫孙媽妈爺爷腦脑離离債债鄰邻戶户證证辦办遷迁護护聽听視视頻频網网謠谣傳传學学溝沟壩坝塊块場场滾滚馬马動动擊击鬥斗毆殴搶抢綁绑衝冲闖闯亂乱處处' +
  '嚴严緊紧趕赶幫帮請请應应當当樣样認认識识著着復复複复東东風风雲云萬万單单實实臉脸壞坏聲声裝装歲岁區区機机頭头飯饭親亲讀读書书錯错種种糧粮國国寫写買买賣卖貨货歡欢長长廣广' +
  '產产業业務务員员養养醫医療疗診诊藝艺術术從从線线綫线經经紅红級级緣缘縣县鄉乡鎮镇'

const evened = new Uint16Array(65536)
for (let code = 0; code < 65536; code += 1) evened[code] = code
for (let at = 0; at + 1 < traditional.length; at += 2) {
  evened[traditional.charCodeAt(at)] = traditional.charCodeAt(at + 1)
}

const blank = 1
const clause = 2
const sentence = 3
const gone = 4
const role = new Uint8Array(65536)
for (const letter of ' \t\u00a0\u3000') role[letter.charCodeAt(0)] = blank
for (const letter of ',、:.~-_—()[]{}<>《》「」『』【】"\'“”‘’`*·|/\\^&%+=@#$')
  role[letter.charCodeAt(0)] = clause
for (const letter of '。!?;\n\r') role[letter.charCodeAt(0)] = sentence
for (const letter of '\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f\u00ad') role[letter.charCodeAt(0)] = gone

/** Never throws, whatever the string; time and space grow with its length. */
export function readLetters(text: string): Letters {
  const even = text.normalize('NFKC').toLowerCase()
  const codes = new Uint16Array(even.length)
  const edges = new Uint8Array(even.length + 1)
  let length = 0
  for (let at = 0; at < even.length; at += 1) {
    const code = evened[even.charCodeAt(at)]!
    const part = role[code]!
    if (part === gone) continue
    if (part === blank) {
      if (edges[length] === 0) edges[length] = 1
    } else if (part === clause || part === sentence) {
      if (length > 0 && codes[length - 1] !== mark) codes[length++] = mark
      if (edges[length]! < part - 1) edges[length] = part - 1
    } else codes[length++] = code
  }
  return { codes, edges, length }
}

/** How many letters are Chinese: none means the machine has not understood anything. */
export function countChinese(letters: Letters): number {
  let count = 0
  for (let at = 0; at < letters.length; at += 1) {
    const code = letters.codes[at]!
    if (code >= 0x3400 && code <= 0x9fff) count += 1
  }
  return count
}
