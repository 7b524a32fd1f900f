import { antiFraudAboutToPayScripts } from './anti-fraud-about-to-pay.ts'
import { antiFraudAskingScripts } from './anti-fraud-asking.ts'
import { antiFraudCardsScripts } from './anti-fraud-cards.ts'
import { antiFraudContactedScripts } from './anti-fraud-contacted.ts'
import { antiFraudJustPaidScripts } from './anti-fraud-just-paid.ts'
import { antiFraudPaidLongAgoScripts } from './anti-fraud-paid-long-ago.ts'
import { antiFraudAskedAs } from './asked-as-anti-fraud.ts'
import { businessAskedAs } from './asked-as-business.ts'
import { mediationAskedAs } from './asked-as-mediation.ts'
import { publicInformationAskedAs } from './asked-as-public-information.ts'
import { safetyAskedAs } from './asked-as-safety.ts'
import { businessAppointmentsScripts } from './business-appointments.ts'
import { businessAskingScripts } from './business-asking.ts'
import { businessElsewhereScripts } from './business-elsewhere.ts'
import { businessHouseholdScripts } from './business-household.ts'
import { businessIdentityCardScripts } from './business-identity-card.ts'
import { businessLostAndFoundScripts } from './business-lost-and-found.ts'
import { businessMovesScripts } from './business-moves.ts'
import { businessPenaltiesAndCustodyScripts } from './business-penalties-and-custody.ts'
import { businessProofsScripts } from './business-proofs.ts'
import { businessResidenceScripts } from './business-residence.ts'
import { mediationByPoliceScripts } from './mediation-by-police.ts'
import { mediationFamilyScripts } from './mediation-family.ts'
import { mediationIllnessAndCamerasScripts } from './mediation-illness-and-cameras.ts'
import { mediationLandAndMoneyScripts } from './mediation-land-and-money.ts'
import { mediationNeighboursScripts } from './mediation-neighbours.ts'
import { publicInformationComplaintsScripts } from './public-information-complaints.ts'
import { publicInformationDetentionScripts } from './public-information-detention.ts'
import { publicInformationHotlinesScripts } from './public-information-hotlines.ts'
import { publicInformationNoticesScripts } from './public-information-notices.ts'
import { publicInformationRightsScripts } from './public-information-rights.ts'
import { publicInformationRumoursScripts } from './public-information-rumours.ts'
import { publicInformationThisChannelScripts } from './public-information-this-channel.ts'
import { safetyAnimalsAndStairwaysScripts } from './safety-animals-and-stairways.ts'
import { safetyGamblingDrugsWeaponsScripts } from './safety-gambling-drugs-weapons.ts'
import { safetyPatrolScripts } from './safety-patrol.ts'
import { safetyPeopleScripts } from './safety-people.ts'
import { safetyRoadsScripts } from './safety-roads.ts'
import { safetySchoolScripts } from './safety-school.ts'
import { safetyStrangersInNeedScripts } from './safety-strangers-in-need.ts'
import { safetyWaterAndFireScripts } from './safety-water-and-fire.ts'
import { type StarterScript, split } from './starter-script.ts'

const askedAs = {
  ...antiFraudAskedAs,
  ...businessAskedAs,
  ...mediationAskedAs,
  ...safetyAskedAs,
  ...publicInformationAskedAs,
}

/** Every script a new station starts with, library by library. */
export const starterScripts: StarterScript[] = [
  antiFraudContactedScripts,
  antiFraudAboutToPayScripts,
  antiFraudJustPaidScripts,
  antiFraudPaidLongAgoScripts,
  antiFraudCardsScripts,
  antiFraudAskingScripts,
  mediationNeighboursScripts,
  mediationLandAndMoneyScripts,
  mediationFamilyScripts,
  mediationByPoliceScripts,
  mediationIllnessAndCamerasScripts,
  businessAskingScripts,
  businessAppointmentsScripts,
  businessHouseholdScripts,
  businessMovesScripts,
  businessIdentityCardScripts,
  businessResidenceScripts,
  businessProofsScripts,
  businessElsewhereScripts,
  businessLostAndFoundScripts,
  businessPenaltiesAndCustodyScripts,
  safetyWaterAndFireScripts,
  safetyRoadsScripts,
  safetyPeopleScripts,
  safetySchoolScripts,
  safetyPatrolScripts,
  safetyAnimalsAndStairwaysScripts,
  safetyGamblingDrugsWeaponsScripts,
  safetyStrangersInNeedScripts,
  publicInformationRumoursScripts,
  publicInformationNoticesScripts,
  publicInformationHotlinesScripts,
  publicInformationRightsScripts,
  publicInformationComplaintsScripts,
  publicInformationDetentionScripts,
  publicInformationThisChannelScripts,
]
  .flat()
  .map((script) => ({
    ...script,
    basis: script.sources.join('；'),
    askedAs: split(askedAs[script.code]!, '|'),
  }))
