import { useState } from 'react'
import { type GuideAnswers, readAnswers, writeAnswers } from '../../../contract/narrow-guide.ts'
import { keep, readKept } from '../../ui/kept.ts'
import { currentCode, fromAddress, putInAddress } from '../shell/place.ts'

/** In the address, so that the link sent to the family carries what was answered. */
const inAddress = 'a'
/** The same as a part of an address that begins with a question mark already; nothing while nothing is answered. */
export const addressPart = (answers: GuideAnswers) =>
  Object.keys(answers).length > 0 ? `&${inAddress}=${writeAnswers(answers)}` : ''

/** What was answered on this phone to a guide's questions; nothing: nothing was. */
export const keptAnswers = (slug: string) => readKept<GuideAnswers>(nameOf(slug), {})

/** The list is the family's, on every page of this phone. */
export const keepAnswers = (slug: string, answers: GuideAnswers) => keep(nameOf(slug), answers)

const nameOf = (slug: string) => `answers.${currentCode()}.${slug}`

/** What was answered to a guide's questions: from the address, else what this phone kept. */
export function useAnswers(
  slug: string,
  /** A preview keeps nothing and has no address to share. */
  kept = true,
): [GuideAnswers, (answers: GuideAnswers) => void] {
  const name = nameOf(slug)
  const [answers, setAnswers] = useState<GuideAnswers>(() => {
    if (!kept) return {}
    const given = fromAddress(inAddress)
    return given === null ? readKept(name, {}) : readAnswers(given)
  })
  return [
    answers,
    (next) => {
      setAnswers(next)
      if (!kept) return
      const some = Object.keys(next).length > 0
      keep(name, some ? next : undefined)
      putInAddress(inAddress, some ? writeAnswers(next) : '')
    },
  ]
}
