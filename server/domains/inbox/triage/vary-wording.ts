import { charactersOfSound } from '../../../platform/search/characters-of-sound.ts'
import { readingsOf } from '../../../platform/search/pinyin.ts'

/**
 * The same sentence as somebody else would type it: Xiang for standard words, greetings before it,
 * particles after it, lost punctuation, a letter dropped. Only for training; `next` gives numbers in [0, 1).
 */
export function varyWording(text: string, next: () => number): string {
  let varied = text
  if (next() < 0.35)
    for (const [standard, xiang] of dialect)
      if (next() < 0.6) varied = varied.replaceAll(standard, pick(xiang, next))
  if (next() < 0.25) varied = varied.replace(/[，。！？、,.!?]/g, next() < 0.5 ? '' : ' ')
  if (next() < 0.12) varied = mishear(varied, next)
  if (next() < 0.15 && varied.length > 8) {
    const at = Math.floor(next() * varied.length)
    varied = varied.slice(0, at) + varied.slice(at + 1)
  }
  if (next() < 0.4) varied = pick(greetings, next) + varied
  if (next() < 0.3) varied += pick(endings, next)
  return varied
}

/** One or two letters become others of the same sound, as in voice that a machine has written down. */
function mishear(text: string, next: () => number): string {
  const letters = [...text]
  const often = next() < 0.5 ? 1 : 2
  for (let time = 0; time < often; time += 1) {
    const at = Math.floor(next() * letters.length)
    const reading = readingsOf(letters[at]!)[0]
    const alike = reading ? [...charactersOfSound(reading)] : []
    if (alike.length > 0) letters[at] = pick(alike, next)
  }
  return letters.join('')
}

const dialect: [string, string[]][] = [
  ['没有', ['冇', '冇得', '没得']],
  ['没', ['冇', '没得']],
  ['了', ['哒', '了']],
  ['怎么办', ['何解搞', '何里搞', '怎么搞', '如何搞']],
  ['怎么', ['何解', '何里', '何什']],
  ['什么', ['么子', '么里', '啥']],
  ['这里', ['咯里', '咯边']],
  ['这个', ['咯个', '咯只']],
  ['这', ['咯']],
  ['老婆', ['堂客', '婆娘']],
  ['孩子', ['细伢子', '伢子', '崽']],
  ['小孩', ['细伢子', '细伢', '伢崽子']],
  ['女儿', ['妹子', '妹陀']],
  ['儿子', ['崽', '伢子']],
  ['奶奶', ['娭毑']],
  ['爷爷', ['爹爹', '嗲嗲']],
  ['爸爸', ['爷老子', '爷']],
  ['妈妈', ['娘老子', '娘']],
  ['父母', ['爷娘', '爹娘']],
  ['家里', ['屋里']],
  ['我家', ['我屋里', '我屋']],
  ['吃', ['恰', '呷']],
  ['知道', ['晓得']],
  ['说', ['讲', '港']],
  ['很', ['蛮', '好']],
  ['多少', ['好多', '几多']],
  ['吗', ['不', '么', '啵']],
  ['吵架', ['相骂', '扯皮']],
  ['找', ['寻']],
  ['睡觉', ['困觉']],
  ['邻居', ['邻舍', '隔壁屋里']],
]

const greetings = [
  '你好，',
  '您好，请问',
  '请问',
  '民警同志，',
  '警官你好，',
  '想问一下',
  '麻烦问下，',
  '我想咨询一下，',
  '派出所吗，',
  '喂，',
  '那个，',
  '所长，',
  '你们好，',
  '民警您好，',
  '领导好，',
  '各位好，',
  '我是鹊山村的，',
  '鹊山村的',
  '永盛村三组，',
  '二泉村这边',
  '玉新村的',
  '梅鸣村这里，',
  '成功塘村',
  '青泉社区',
  '大成桥村的',
  '我们组里',
  '帮我看看，',
  '在不在，',
]

const endings = [
  '咯',
  '噻',
  '呢',
  '啊',
  '嘛',
  '喽',
  '，谢谢',
  '，麻烦了',
  '？',
  '。',
  '，在线等',
  '，请回复',
  '，多谢',
  '咧',
  '，何什搞',
  '...',
]

function pick<T>(choices: T[], next: () => number): T {
  return choices[Math.floor(next() * choices.length)]!
}
