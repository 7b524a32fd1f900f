import { certificateGuides } from './certificates.ts'
import { drivingAndTravelGuides } from './driving-and-travel.ts'
import { householdChangeGuides } from './household-changes.ts'
import { householdLifeGuides } from './household-life.ts'
import { householdMoveGuides } from './household-moves.ts'
import { householdSetupGuides } from './household-setup.ts'
import { householdTransferGuides } from './household-transfers.ts'
import { identityCardGuides } from './identity-card.ts'
import { permitGuides } from './permits.ts'
import { reportGuides } from './reports.ts'
import { residenceGuides } from './residence.ts'
import { withSpoken } from './spoken/join.ts'
import type { StarterGuide } from './starter-guide.ts'

/** Every guide a new station starts with, in the order a resident looks for them. */
export const starterGuides: StarterGuide[] = [
  ...householdSetupGuides,
  ...householdLifeGuides,
  ...householdMoveGuides,
  ...householdTransferGuides,
  ...householdChangeGuides,
  ...identityCardGuides,
  ...residenceGuides,
  ...certificateGuides,
  ...reportGuides,
  ...drivingAndTravelGuides,
  ...permitGuides,
].map(withSpoken)
