import { createTextRanking } from '../scripts/text-ranking.ts'

export type GuideToRank = { slug: string; name: string; askedAs: readonly string[]; summary: string }

/** Below this, as a multiple of the natural logarithm of the number of guides, shared characters are chance. */
export const leastEvidence = 2.4

/** Gives the slug of the guide that fits a message best, or null when nothing in its words speaks for one. */
export function createBestGuide(guides: readonly GuideToRank[]): (text: string) => string | null {
  const rank = createTextRanking(
    guides.map(({ name, askedAs, summary }) => [
      { text: name, weight: 3 },
      { text: askedAs.join('\n'), weight: 3 },
      { text: summary, weight: 1 },
    ]),
  )
  const least = leastEvidence * Math.log(1 + guides.length)
  return (text) => {
    const [best] = rank(text, 1)
    return best && best.score >= least && best.words().length > 0 ? guides[best.position]!.slug : null
  }
}
