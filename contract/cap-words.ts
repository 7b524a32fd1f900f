/** The closed lists of CAP 1.2 (OASIS Standard, 1 July 2010, section 3.2), in its own spelling. */
export const capStatuses = ['Actual', 'Exercise', 'System', 'Test', 'Draft'] as const
export type CapStatus = (typeof capStatuses)[number]
export const capMessageTypes = ['Alert', 'Update', 'Cancel', 'Ack', 'Error'] as const
export type CapMessageType = (typeof capMessageTypes)[number]
export const capScopes = ['Public', 'Restricted', 'Private'] as const
export type CapScope = (typeof capScopes)[number]
export const capCategories = [
  'Geo',
  'Met',
  'Safety',
  'Security',
  'Rescue',
  'Fire',
  'Health',
  'Env',
  'Transport',
  'Infra',
  'CBRNE',
  'Other',
] as const
export type CapCategory = (typeof capCategories)[number]
export const capResponses = [
  'Shelter',
  'Evacuate',
  'Prepare',
  'Execute',
  'Avoid',
  'Monitor',
  'Assess',
  'AllClear',
  'None',
] as const
export type CapResponse = (typeof capResponses)[number]
export const capUrgencies = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const
export type CapUrgency = (typeof capUrgencies)[number]
export const capSeverities = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const
export type CapSeverity = (typeof capSeverities)[number]
export const capCertainties = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const
export type CapCertainty = (typeof capCertainties)[number]

/** How an alert came in. */
export const capWays = ['uploaded', 'pasted', 'sent'] as const
export type CapWay = (typeof capWays)[number]

/** Where an alert stands now, worked out from what it says, from later ones and from the clock. */
export const capStandings = [
  'in_force',
  'not_real',
  'not_for_residents',
  'replaced',
  'cancelled',
  'expired',
] as const
export type CapStanding = (typeof capStandings)[number]

/** By what a village is taken to be touched. */
export const capMatches = ['map', 'code', 'name', 'town'] as const
export type CapMatch = (typeof capMatches)[number]
