import type { FigureKey } from '../../../contract/statistics.ts'
import type { FigureDefinition } from './figure.ts'
import { askToOutcome } from './figures/ask-to-outcome.ts'
import { counterSettled } from './figures/counter-settled.ts'
import { diversionRate } from './figures/diversion-rate.ts'
import { firstHumanAnswer } from './figures/first-human-answer.ts'
import { groupsJoined } from './figures/groups-joined.ts'
import { householdCoverage } from './figures/household-coverage.ts'
import { mattersByChannel } from './figures/matters-by-channel.ts'
import { mattersByScenario } from './figures/matters-by-scenario.ts'
import { mattersByVillage } from './figures/matters-by-village.ts'
import { misDiversion } from './figures/mis-diversion.ts'
import { outcomeTold } from './figures/outcome-told.ts'
import { residentContacts } from './figures/resident-contacts.ts'
import { sameDayCompletion } from './figures/same-day-completion.ts'
import { satisfaction } from './figures/satisfaction.ts'
import { scriptScenarios } from './figures/script-scenarios.ts'

/** Every figure there is, in the order of the contract's keys; a key without a figure does not compile. */
export const figures: { [K in FigureKey]: FigureDefinition } = {
  diversion_rate: diversionRate,
  mis_diversion: misDiversion,
  first_human_answer: firstHumanAnswer,
  outcome_told: outcomeTold,
  same_day_completion: sameDayCompletion,
  household_coverage: householdCoverage,
  resident_contacts: residentContacts,
  groups_joined: groupsJoined,
  matters_by_scenario: mattersByScenario,
  matters_by_village: mattersByVillage,
  matters_by_channel: mattersByChannel,
  counter_settled: counterSettled,
  ask_to_outcome: askToOutcome,
  satisfaction,
  script_scenarios: scriptScenarios,
}
