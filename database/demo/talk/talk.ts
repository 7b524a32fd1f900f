import { antiFraudTopics } from './anti-fraud.ts'
import { businessTopics } from './business.ts'
import { mediationTopics } from './mediation.ts'
import { otherOfficeTopics } from './other-office.ts'
import { publicInformationTopics } from './public-information.ts'
import { safetyTopics } from './safety.ts'
import type { Talk } from './topic.ts'

/** What the town talks about, by scenario. */
export const talk: Talk = {
  anti_fraud: antiFraudTopics,
  mediation: mediationTopics,
  business: businessTopics,
  safety: safetyTopics,
  public_information: publicInformationTopics,
  other_office: otherOfficeTopics,
}
