import type { Danger } from './danger.ts'
import { dangers } from './dangers.ts'
import { growWordTree, listWords } from './find-words.ts'
import { cueWords } from './guards.ts'
import { harmlessWords } from './harmless.ts'
import {
  frailWords,
  goneMaybe,
  goneSurely,
  grownWords,
  pronounWords,
  thingWords,
  vehicleWords,
} from './things.ts'

export type Being = 'frail' | 'grown' | 'pronoun' | 'thing' | 'vehicle'
type Tier = 'cry' | 'plain' | 'topic'

/** What one listed word means to the ear that listens for danger. */
export type Meaning =
  | { is: 'danger'; danger: Danger; tier: Tier; word: string }
  | { is: 'gone'; surely: boolean; word: string }
  | { is: 'cue'; bit: number }
  | { is: 'being'; being: Being }
  | { is: 'harmless' }

function* meanings(): Generator<readonly [string, Meaning]> {
  for (const danger of dangers) {
    const seen = new Set<string>()
    for (const tier of ['topic', 'cry', 'plain'] as const) {
      for (const word of listWords(danger[tier] ?? '')) {
        if (seen.has(word)) continue
        seen.add(word)
        yield [word, { is: 'danger', danger, tier, word }]
      }
    }
  }
  for (const word of new Set(goneSurely)) yield [word, { is: 'gone', surely: true, word }]
  for (const word of new Set(goneMaybe)) yield [word, { is: 'gone', surely: false, word }]
  for (const [bit, words] of cueWords) for (const word of words) yield [word, { is: 'cue', bit }]
  const beings: [Being, string[]][] = [
    ['frail', frailWords],
    ['grown', grownWords],
    ['pronoun', pronounWords],
    ['thing', thingWords],
    ['vehicle', vehicleWords],
  ]
  for (const [being, words] of beings) for (const word of words) yield [word, { is: 'being', being }]
  for (const word of harmlessWords) yield [word, { is: 'harmless' }]
}

export const dangerTree = growWordTree(meanings())
