import { dateLaw } from '../law-dates.ts'
import { comparedOn, type LegalGuide, type StarterGuide } from '../starter-guide.ts'
import { spokenOfCards } from './cards.ts'
import { spokenOfElsewhere } from './elsewhere.ts'
import { spokenOfHouseholds } from './household.ts'
import { spokenOfMoves } from './moves.ts'
import { spokenOfRegister } from './register.ts'
import type { Spoken } from './spoken.ts'

const spoken: Record<string, Spoken> = {
  ...spokenOfHouseholds,
  ...spokenOfMoves,
  ...spokenOfRegister,
  ...spokenOfCards,
  ...spokenOfElsewhere,
}

/** A guide with what is spoken of it and asked in it. */
export function withSpoken(guide: LegalGuide): StarterGuide {
  const { rules = {}, ...words } = spoken[guide.code]!
  return {
    basisOn: comparedOn,
    proxies: [],
    sameDay: false,
    questions: [],
    conditionsWhen: [],
    noPapers: false,
    ...guide,
    ...words,
    legalBasis: guide.legalBasis.map(dateLaw),
    materials: guide.materials.map((material) => {
      const rule = rules[material.key]
      return rule ? { ...material, rule } : material
    }),
  }
}
