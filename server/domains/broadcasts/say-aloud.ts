/** What is written one way and said another. */
const spokenWords: [RegExp, string][] = [
  [/℃|°C/g, '度'],
  [/㎜|毫米|mm\b/g, '毫米'],
  [/km\/h/g, '公里每小时'],
  [/km\b/g, '公里'],
  [/m\/s/g, '米每秒'],
  [/(\d)\s*[-~～—–]\s*(\d)/g, '$1到$2'],
  [/(\d+(?:\.\d+)?)\s*%/g, '百分之$1'],
  [/https?:\/\/\S+/g, ''],
]

/** A text as it is read out: without brackets, quotation marks and signs that no voice has, one full stop between sentences. */
export function sayAloud(text: string): string {
  let said = text
  for (const [pattern, words] of spokenWords) said = said.replace(pattern, words)
  return said
    .replace(/[【】《》〈〉「」“”"'‘’()（）[\]<>*#_=|`…·•●◆■▲★☆→]/g, '，')
    .replace(/[\n\r]+/g, '。')
    .replace(/\s+/g, '')
    .replace(/[，、：；]*([。！？])[，、：；。]*/g, '$1')
    .replace(/[，、：；]{2,}/g, '，')
    .replace(/^[，、：；。]+/, '')
    .replace(/[，、：；]+$/, '。')
}
