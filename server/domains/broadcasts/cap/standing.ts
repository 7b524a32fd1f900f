import type { CapMessageType, CapStanding, CapStatus } from '../../../../contract/cap-words.ts'

export type Stood = {
  status: CapStatus
  msgType: CapMessageType
  expiresAt: Date | null
  /** What later alerts that name it are, the newest last. */
  laterTypes: CapMessageType[]
}

/** Where an alert stands. An exercise is never a real one, whatever else is true of it. */
export function capStanding({ status, msgType, expiresAt, laterTypes }: Stood, now: Date): CapStanding {
  if (status !== 'Actual') return 'not_real'
  if (msgType === 'Ack' || msgType === 'Error') return 'not_for_residents'
  if (laterTypes.includes('Cancel')) return 'cancelled'
  if (laterTypes.includes('Update')) return 'replaced'
  // A cancellation is told also when what it cancels would be over by now.
  if (msgType !== 'Cancel' && expiresAt && expiresAt <= now) return 'expired'
  return 'in_force'
}

/** Why no broadcast is made of one that stands so, for a person; null when one may be. */
export const capRefusals: Record<CapStanding, string | null> = {
  in_force: null,
  not_real: '这是演练或者测试的报文，不能当成真的预警发给居民。',
  not_for_residents: '这是系统之间的回执，不发给居民。',
  replaced: '这条预警后来有更新，请用最新的那一条。',
  cancelled: '这条预警已经被取消，不能再发。',
  expired: '这条预警已经过期，只留着备查，不能再发。',
}
