/** The first character of each letter in the order of sounds; there is none for i, u and v. */
const firsts = [...'阿八嚓咑妸发旮哈丌咔垃呣拏喔妑七呥仨他穵夕丫帀']
const letters = 'abcdefghjklmnopqrstwxyz'
const bySound = new Intl.Collator('zh-CN-u-co-pinyin')

/** Surnames that sound otherwise than the same character elsewhere. */
const surnames: Record<string, string> = {
  ...{ 曾: 'z', 单: 's', 解: 'x', 仇: 'q', 区: 'o', 查: 'z', 翟: 'z', 盖: 'g', 朴: 'p', 覃: 'q', 乐: 'y' },
  ...{ 冼: 'x', 洗: 'x', 缪: 'm', 员: 'y', 折: 's', 召: 's', 繁: 'p', 秘: 'b', 逄: 'p', 种: 'c' },
}
const doubleSurnames: Record<string, string> = { 尉迟: 'yc', 万俟: 'mq', 长孙: 'zs', 澹台: 'tt', 单于: 'cy' }

/** The letters a name begins its syllables with, for quick search: 曾志伟 → zzw. What is no letter falls away. */
export function initialsOf(name: string): string {
  const text = name.normalize('NFKC').trim().toLowerCase()
  const double = doubleSurnames[text.slice(0, 2)]
  if (double) return double + [...text.slice(2)].map(initialOf).join('')
  const [head = '', ...rest] = text
  return (surnames[head] ?? initialOf(head)) + rest.map(initialOf).join('')
}

function initialOf(character: string): string {
  if (/[a-z0-9]/.test(character)) return character
  if (!/\p{Script=Han}/u.test(character)) return ''
  return letters[firsts.findLastIndex((first) => bySound.compare(first, character) <= 0)] ?? ''
}
