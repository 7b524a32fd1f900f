import type { JobDefinition } from '../../../platform/jobs/job-plan.ts'
import { wakeWechat } from '../wake.ts'
import { takeCardPress } from './take-card-press.ts'
import { tellOfAssignment } from './tell-of-assignment.ts'
import { tellOfBroadcast } from './tell-of-broadcast.ts'
import { tellOfChange } from './tell-of-change.ts'
import { tellOfConfirmation } from './tell-of-confirmation.ts'
import { tellOfDuty } from './tell-of-duty.ts'
import { tellOfEmergencies } from './tell-of-emergencies.ts'
import { tellOfRumour } from './tell-of-rumour.ts'

/** What is put down for officers after an event or by the clock; the channel's worker sends it. */
export const noticeJobs: JobDefinition[] = [
  {
    name: 'tell-of-emergencies',
    work: async (context, { stationId }) => {
      if (await tellOfEmergencies(context, stationId)) wakeWechat(stationId)
    },
  },
  {
    name: 'tell-of-assignment',
    work: async (context, { stationId, eventId }) => {
      if (typeof eventId !== 'string') return
      await tellOfAssignment(context, stationId, eventId)
      wakeWechat(stationId)
    },
  },
  {
    name: 'tell-of-confirmation',
    work: async (context, { stationId, subjectId }) => {
      if (typeof subjectId === 'string') await tellOfConfirmation(context, stationId, subjectId)
    },
  },
  {
    name: 'tell-of-broadcast',
    work: async (context, { stationId, eventId }) => {
      if (typeof eventId !== 'string') return
      await tellOfBroadcast(context, stationId, eventId)
      wakeWechat(stationId)
    },
  },
  {
    name: 'tell-of-change',
    work: async (context, { stationId }) => {
      await tellOfChange(context, stationId)
      wakeWechat(stationId)
    },
  },
  {
    name: 'tell-of-rumour',
    work: async (context, { stationId, eventId }) => {
      if (typeof eventId !== 'string') return
      await tellOfRumour(context, stationId, eventId)
      wakeWechat(stationId)
    },
  },
  { name: 'tell-of-duty', work: (context, { stationId }) => tellOfDuty(context, stationId) },
  {
    name: 'take-card-press',
    retryLimit: 5,
    retryDelaySeconds: 2,
    work: async (context, { stationId, digest }) => {
      await takeCardPress(context, stationId, String(digest))
      wakeWechat(stationId)
    },
  },
]
