import { antiFraudAboutToPayScripts } from './anti-fraud-about-to-pay.ts'
import { antiFraudAskingScripts } from './anti-fraud-asking.ts'
import { antiFraudCardsScripts } from './anti-fraud-cards.ts'
import { antiFraudContactedScripts } from './anti-fraud-contacted.ts'
import { antiFraudJustPaidScripts } from './anti-fraud-just-paid.ts'
import { antiFraudPaidLongAgoScripts } from './anti-fraud-paid-long-ago.ts'
import { businessScripts } from './business.ts'
import { mediationScripts } from './mediation.ts'
import { publicInformationScripts } from './public-information.ts'
import { safetyScripts } from './safety.ts'
import type { StarterScript } from './starter-script.ts'

/** Every script a new station starts with, library by library. */
export const starterScripts: StarterScript[] = [
  ...[
    antiFraudContactedScripts,
    antiFraudAskingScripts,
    antiFraudAboutToPayScripts,
    antiFraudJustPaidScripts,
    antiFraudPaidLongAgoScripts,
    antiFraudCardsScripts,
  ].flatMap((scripts) => scripts.map((script) => ({ ...script, basis: script.sources.join('；') }))),
  ...mediationScripts,
  ...businessScripts,
  ...safetyScripts,
  ...publicInformationScripts,
]
