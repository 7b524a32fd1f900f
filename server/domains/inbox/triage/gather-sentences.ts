import { type Office, readOfficeCodes, type Scenario, scenarios } from '../../../../contract/vocabulary.ts'
import { antiFraud } from './corpus/anti-fraud.ts'
import { antiFraudLaw } from './corpus/anti-fraud-law.ts'
import { businessHousehold } from './corpus/business-household.ts'
import { businessOther } from './corpus/business-other.ts'
import { businessTold } from './corpus/business-told.ts'
import { calm } from './corpus/calm.ts'
import { calmInShort } from './corpus/calm-in-short.ts'
import { calmMixed } from './corpus/calm-mixed.ts'
import { calmNoted } from './corpus/calm-noted.ts'
import { calmOfBody } from './corpus/calm-of-body.ts'
import { calmOfOffices } from './corpus/calm-of-offices.ts'
import { calmOfPeople } from './corpus/calm-of-people.ts'
import { calmOfWaterAndFire } from './corpus/calm-of-water-and-fire.ts'
import { calmReported } from './corpus/calm-reported.ts'
import { complaints, complaintsForOthers } from './corpus/complaints.ts'
import { emergenciesByHand, emergenciesOfHealth, emergenciesOfMoney } from './corpus/emergencies-by-hand.ts'
import { emergenciesInShort } from './corpus/emergencies-in-short.ts'
import { emergenciesMixed } from './corpus/emergencies-mixed.ts'
import { emergenciesOfBody } from './corpus/emergencies-of-body.ts'
import { emergenciesOfPeople } from './corpus/emergencies-of-people.ts'
import { emergenciesOfWaterAndFire } from './corpus/emergencies-of-water-and-fire.ts'
import { emergenciesReported } from './corpus/emergencies-reported.ts'
import { emergenciesToLife } from './corpus/emergencies-to-life.ts'
import { emergenciesTold } from './corpus/emergencies-told.ts'
import { emergenciesVeiled } from './corpus/emergencies-veiled.ts'
import { everydayCalm } from './corpus/everyday-calm.ts'
import { everydayCalm2 } from './corpus/everyday-calm-2.ts'
import { everydayCalm2OfOffices } from './corpus/everyday-calm-2-of-offices.ts'
import { everydayCalmOfOffices } from './corpus/everyday-calm-of-offices.ts'
import { everydayCalmOfSafety } from './corpus/everyday-calm-of-safety.ts'
import { inAWord, inAWordForOthers } from './corpus/in-a-word.ts'
import { calmInLatinLetters, urgentInLatinLetters } from './corpus/in-latin-letters.ts'
import { mediationDaily } from './corpus/mediation-daily.ts'
import { mediationLaw } from './corpus/mediation-law.ts'
import { mediationLiability } from './corpus/mediation-liability.ts'
import { mediationTold } from './corpus/mediation-told.ts'
import { otherOffice1 } from './corpus/other-office-1.ts'
import { otherOffice2 } from './corpus/other-office-2.ts'
import { otherOffice3 } from './corpus/other-office-3.ts'
import { publicInformation } from './corpus/public-information.ts'
import { publicInformationTold } from './corpus/public-information-told.ts'
import { safety } from './corpus/safety.ts'
import { safetyTold } from './corpus/safety-told.ts'
import { smallTalk } from './corpus/small-talk.ts'
import { voices } from './corpus/voices.ts'

/** One sentence to learn from, with a person's reading of it; without a scenario it only teaches what danger is. */
export type Sentence = { text: string; scenario: Scenario | null; office: Office | null; emergency: boolean }

/** Of an office that the machine cannot name it is only learnt that the matter is another's. */
function readAs(subject: string, texts: string[], emergency: boolean): Sentence[] {
  const scenario = scenarios.find((each) => each === subject) ?? 'other_office'
  const office = readOfficeCodes.find((each) => each === subject) ?? null
  return texts.map((text) => ({ text, scenario, office, emergency }))
}

/**
 * Everything written for the reader, only for training and measuring: the server never loads it.
 * Quarrels over wages are mediation (that library has the script); the labour office is for insurance,
 * pensions and its own procedures. Stolen and strayed things and tip-offs are safety.
 */
export function gatherSentences(): Sentence[] {
  const own = (scenario: Scenario | null, texts: string[], emergency = false): Sentence[] =>
    texts.map((text) => ({ text, scenario, office: null, emergency }))
  const offices = [otherOffice1, otherOffice2, otherOffice3, inAWordForOthers, complaintsForOthers].flatMap(
    (part) =>
      Object.entries(part).flatMap(([office, texts]) =>
        texts.map((text) => ({
          text,
          scenario: 'other_office' as const,
          office: office as Office,
          emergency: false,
        })),
      ),
  )
  const health = [...emergenciesOfHealth, ...(emergenciesOfBody.ambulance ?? [])].map((text) => ({
    text,
    scenario: 'other_office' as const,
    office: 'ambulance' as const,
    emergency: true,
  }))
  const everyday = [
    everydayCalm,
    everydayCalmOfSafety,
    everydayCalmOfOffices,
    everydayCalm2,
    everydayCalm2OfOffices,
    calmOfBody,
    calmOfWaterAndFire,
    calmOfPeople,
    calmOfOffices,
    calmNoted,
  ]
    .flatMap(Object.entries<string[]>)
    .flatMap(([subject, texts]) => {
      if (subject === 'none') return own(null, texts)
      if (!readOfficeCodes.includes(subject as Office)) return own(subject as Scenario, texts)
      const office = subject as Office
      return texts.map((text) => ({ text, scenario: 'other_office' as const, office, emergency: false }))
    })
  const said = voices.flatMap(({ subjectDoubtful, urgent, calm: rest }) => {
    const quiet = Object.entries(rest).flatMap(([subject, texts]) => readAs(subject, texts, false))
    return [
      ...Object.entries(urgent).flatMap(([subject, texts]) => readAs(subject, texts, true)),
      ...(subjectDoubtful ? quiet.map((sentence) => ({ ...sentence, scenario: null })) : quiet),
    ]
  })
  return [
    ...everyday,
    ...said,
    ...[emergenciesVeiled, emergenciesTold, emergenciesOfWaterAndFire, emergenciesOfPeople]
      .flatMap(Object.entries<string[]>)
      .flatMap(([scenario, texts]) => own(scenario as Scenario, texts, true)),
    ...own('anti_fraud', [...antiFraud, ...antiFraudLaw]),
    ...own('mediation', [...mediationDaily, ...mediationLaw, ...mediationLiability, ...mediationTold]),
    ...own('business', [...businessHousehold, ...businessOther, ...businessTold]),
    ...own('safety', [...safety, ...safetyTold]),
    ...own('public_information', [...publicInformation, ...publicInformationTold]),
    ...offices,
    ...[calm, calmInShort, calmReported, inAWord, complaints].flatMap((part) =>
      Object.entries(part).flatMap(([scenario, texts]) => own(scenario as Scenario, texts)),
    ),
    ...own(
      'safety',
      [...emergenciesToLife, ...emergenciesByHand, ...emergenciesInShort, ...emergenciesReported],
      true,
    ),
    ...own('safety', emergenciesOfBody.safety ?? [], true),
    ...own('anti_fraud', emergenciesOfMoney, true),
    ...health,
    ...own(null, emergenciesMixed, true),
    ...own(null, calmMixed),
    ...own(null, smallTalk),
    ...own(null, urgentInLatinLetters, true),
    ...own(null, calmInLatinLetters),
  ]
}
