import { readMessage } from '../server/domains/inbox/triage/read-message.ts'
import { type LoadResult, summarise } from './load.ts'

const villages = ['青泉社区', '永盛村', '鹊山村', '二泉村', '玉新村', '梅鸣村', '大成桥村', '成功塘村'].map(
  (name) => ({ id: name, names: [name] }),
)
const sentences = [
  '我家门口的路灯坏了一个星期，晚上看不见路，请问找哪个？',
  '鹊山村这边有人打架，拿了刀，快来！',
  '崽要上户口，没扯结婚证能上不？要带些什么东西？',
  '有个电话说我涉嫌洗钱，要我把钱转到安全账户，是不是骗人的',
]

/** Reading of messages of usual and of the greatest length, one after the other. */
export function measureTriage(): LoadResult {
  const texts = [...sentences, sentences.join('').repeat(20).slice(0, 2000)]
  const millis: number[] = []
  for (let turn = 0; turn < 20_000; turn++) {
    const from = performance.now()
    readMessage({ text: `${texts[turn % texts.length]}${turn}`, villages })
    if (turn > 2000) millis.push(performance.now() - from)
  }
  return summarise(millis, millis.reduce((sum, ms) => sum + ms, 0) / 1000, 0)
}
