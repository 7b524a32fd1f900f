import { antiFraudScripts } from './anti-fraud.ts'
import { businessScripts } from './business.ts'
import { mediationScripts } from './mediation.ts'
import { publicInformationScripts } from './public-information.ts'
import { safetyScripts } from './safety.ts'
import type { StarterScript } from './starter-script.ts'

/** Every script a new station starts with, library by library. */
export const starterScripts: StarterScript[] = [
  ...antiFraudScripts,
  ...mediationScripts,
  ...businessScripts,
  ...safetyScripts,
  ...publicInformationScripts,
]
