import type { Office, Scenario } from '../../../../contract/vocabulary.ts'
import { framesOfCalm, framesOfNow } from './corpus/frames.ts'
import { happenings, slots } from './corpus/happenings.ts'
import type { Sentence } from './gather-sentences.ts'

type Kind = keyof typeof happenings

const clauses = Object.entries(happenings).flatMap(([kind, text]) =>
  text
    .trim()
    .split('\n')
    .map((pattern) => ({ kind: kind as Kind, pattern })),
)
const villages = [
  '青泉',
  '永盛村',
  '鹊山',
  '二泉村',
  '玉新',
  '梅鸣村',
  '大成桥',
  '成功塘',
  '我们组里',
  '镇上',
  '学校旁边',
  '集上',
]
const calmKinds = Object.keys(framesOfCalm)

/**
 * Sentences put together from what can happen and how it is spoken of: half of them now, half in a way that takes the
 * danger back. The contrast is what they teach. `next` gives numbers in [0, 1); the same numbers, the same sentences.
 */
export function composeSentences(count: number, next: () => number): Sentence[] {
  return Array.from({ length: count }, (_, at) => {
    const { kind, pattern } = pick(clauses, next)
    const happening = fillSlots(pattern, next)
    if (at % 2 === 0) {
      return {
        text: place(pick(framesOfNow, next), happening, next),
        scenario: kind === 'ambulance' ? 'other_office' : kind,
        office: kind === 'ambulance' ? ('ambulance' as Office) : null,
        emergency: true,
      }
    }
    const about = pick(calmKinds, next)
    return {
      text: place(
        pick(framesOfCalm[about]!, next),
        happening.replace(/^(刚刚|刚才|十分钟前|今天上午|突然)/, ''),
        next,
      ),
      scenario: about === 'none' ? null : (about as Scenario),
      office: null,
      emergency: false,
    }
  })
}

function place(frame: string, happening: string, next: () => number): string {
  return frame.replace('{h}', happening).replace('{village}', () => pick(villages, next))
}

/** Choices first: a slot may stand inside one. */
function fillSlots(pattern: string, next: () => number): string {
  return pattern
    .replace(/\{([^{}]*\|[^{}]*)\}/g, (_, choices: string) => pick(choices.split('|'), next))
    .replace(/\{(\w+)\}/g, (_, name: string) => pick(slots[name]!, next))
}

function pick<T>(choices: readonly T[], next: () => number): T {
  return choices[Math.floor(next() * choices.length)]!
}
