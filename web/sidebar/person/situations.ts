import { useCallback, useMemo, useState } from 'react'
import type { GuideAnswers } from '../../../contract/narrow-guide.ts'
import type { Guide } from '../../api/services.ts'

type Asking = Pick<Guide, 'slug' | 'version'>

/** A family's answers to the guides' questions, as long as the chat is open; of an older version of a guide nothing is kept. */
export type Situations = {
  answersTo: (guide: Asking) => GuideAnswers
  answer: (guide: Asking, question: string, answer: string) => void
}

export function useSituations(): Situations {
  const [kept, setKept] = useState<Record<string, GuideAnswers>>({})
  const answer = useCallback(
    (guide: Asking, question: string, said: string) =>
      setKept((before) => ({ ...before, [keyOf(guide)]: { ...before[keyOf(guide)], [question]: said } })),
    [],
  )
  return useMemo(() => ({ answersTo: (guide) => kept[keyOf(guide)] ?? {}, answer }), [kept, answer])
}

const keyOf = ({ slug, version }: Asking) => `${slug} ${version}`
