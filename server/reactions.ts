import { joinCases } from './domains/appointments/join-cases.ts'
import { remindAppointments } from './domains/appointments/remind-appointments.ts'
import { tieEarlierReplies, tieReplies } from './domains/broadcasts/carrying/tie-replies.ts'
import { startDueBroadcasts } from './domains/broadcasts/start-due.ts'
import { offerEdition } from './domains/editions/offer-edition.ts'
import { fileTroubled } from './domains/inbox/file-arrivals.ts'
import { indexMessages, indexOlderSounds } from './domains/inbox/index-messages.ts'
import { placeConversations } from './domains/inbox/place-conversations.ts'
import { askAfterReferrals } from './domains/inbox/referrals/ask-after-referrals.ts'
import { trainCandidate } from './domains/inbox/train-candidate.ts'
import { transcribeRecordings } from './domains/language/transcribe-recordings.ts'
import { expireExports } from './domains/residents/export/fetch-export.ts'
import { tidyImports } from './domains/residents/import/tidy-imports.ts'
import { workOnImport } from './domains/residents/import/work-on-import.ts'
import { remindUpdates } from './domains/rumours/remind-updates.ts'
import { indexEntries } from './domains/search/index-entries.ts'
import { askRereads } from './domains/services/ask-rereads.ts'
import { makeWeeklyReport } from './domains/statistics/weekly-report.ts'
import { askNightly } from './domains/wechat/ask-nightly.ts'
import { wechatJobs } from './domains/wechat/jobs.ts'
import { noticeJobs } from './domains/wechat/notices/notice-jobs.ts'
import { tidyEnvelopes } from './domains/wechat/tidy-envelopes.ts'
import { equipStation } from './equip-station.ts'
import { fileUses } from './file-uses.ts'
import { anchorStation, sealStation } from './platform/audit/keep-audit.ts'
import { sweepSignIns } from './platform/auth/sweep-sign-ins.ts'
import { sweepFiles } from './platform/files/sweep-files.ts'
import { forgetKeys } from './platform/http/forget-keys.ts'
import type { JobPlan, Reaction } from './platform/jobs/job-plan.ts'
import { inStation } from './platform/tenancy.ts'

/** However many messages come at once: one job makes them all searchable. The newest are found without the index. */
const index: Reaction = { job: 'index-messages', oncePer: 'station', delaySeconds: 2 }

/** The same for the people and cases that search finds. What else changes them is seen by the clock. */
const entries: Reaction = { job: 'index-entries', oncePer: 'station', delaySeconds: 2 }

/** However many messages come at once: one job looks which of what is open is an emergency. */
const emergencies: Reaction = { job: 'tell-of-emergencies', oncePer: 'station' }

/** The same: one job has the recordings heard. Where no machine is asked for that it ends at once. */
const recordings: Reaction = { job: 'transcribe-recordings', oncePer: 'station' }

/** The same: one job ties what came back to a broadcast; another looks again once it is known whom it reached. */
const replies: Reaction = { job: 'tie-broadcast-replies', oncePer: 'station', delaySeconds: 1 }
const earlierReplies: Reaction = { job: 'tie-earlier-replies', oncePer: 'station', delaySeconds: 5 }

/**
 * The one list of consequences: what happens on its own, and after what. A name in `reactions` is the name of a
 * definition; every event of that name gets one job of each.
 */
export const jobPlan: JobPlan = {
  definitions: [
    { name: 'equip-station', work: equipStation },
    {
      name: 'offer-edition',
      work: ({ pool }, { stationId }) => inStation(pool, stationId, (tx) => offerEdition(tx)),
    },
    {
      name: 'index-messages',
      work: async ({ pool }, { stationId }) => {
        while ((await inStation(pool, stationId, indexMessages)) > 0);
      },
    },
    {
      name: 'index-entries',
      work: async ({ pool }, { stationId }) => {
        while ((await inStation(pool, stationId, indexEntries)) > 0);
      },
      maxSeconds: 1800,
    },
    {
      name: 'index-older-sounds',
      work: async ({ pool }, { stationId }) => {
        while ((await inStation(pool, stationId, indexOlderSounds)) > 0);
      },
      maxSeconds: 3600,
    },
    {
      name: 'transcribe-recordings',
      work: (context, { stationId }) => transcribeRecordings(context, stationId),
      maxSeconds: 900,
    },
    { name: 'file-troubled', work: (context, { stationId }) => fileTroubled(context, stationId) },
    { name: 'place-conversations', work: (context, data) => placeConversations(context, data) },
    {
      name: 'retrain-triage',
      work: ({ pool }, { stationId, actorId }) =>
        trainCandidate(pool, stationId, actorId ? String(actorId) : null),
    },
    { name: 'seal-audit', work: (context, { stationId }) => sealStation(context, stationId) },
    { name: 'anchor-audit', work: (context, { stationId }) => anchorStation(context, stationId) },
    { name: 'join-cases', work: (context, data) => joinCases(context, data) },
    { name: 'remind-appointments', work: (context, data) => remindAppointments(context, data) },
    {
      name: 'remind-rumour-updates',
      work: async ({ pool }, { stationId }) => {
        await inStation(pool, stationId, remindUpdates)
      },
    },
    {
      name: 'tie-broadcast-replies',
      work: ({ pool }, { stationId }) => inStation(pool, stationId, tieReplies),
    },
    {
      name: 'tie-earlier-replies',
      work: ({ pool }, { stationId }) => inStation(pool, stationId, tieEarlierReplies),
    },
    {
      name: 'start-due-broadcasts',
      work: ({ pool }, { stationId }) => startDueBroadcasts(pool, stationId),
    },
    { name: 'sweep-files', work: (context, { stationId }) => sweepFiles(context, stationId, fileUses) },
    ...wechatJobs,
    ...noticeJobs,
    {
      name: 'tidy-wechat-envelopes',
      work: ({ pool }, { stationId }) => inStation(pool, stationId, tidyEnvelopes),
    },
    {
      name: 'ask-reconcile',
      work: ({ pool }, { stationId }) => inStation(pool, stationId, askNightly),
    },
    {
      name: 'make-weekly-report',
      work: ({ pool }, { stationId }) => inStation(pool, stationId, (tx) => makeWeeklyReport(tx)),
    },
    { name: 'ask-after-referrals', work: (context, data) => askAfterReferrals(context, data) },
    {
      name: 'ask-guide-rereads',
      work: ({ pool }, { stationId }) => inStation(pool, stationId, (tx) => askRereads(tx)),
    },
    {
      name: 'work-on-register-import',
      work: (context, data) => workOnImport(context, data),
      maxSeconds: 1800,
      concurrency: 1,
    },
    {
      name: 'tidy-register',
      work: ({ pool }, { stationId }) =>
        inStation(pool, stationId, async (tx) => {
          await tidyImports(tx)
          await expireExports(tx)
        }),
    },
    { name: 'sweep-sign-ins', work: ({ pool }) => sweepSignIns(pool) },
    {
      name: 'forget-keys',
      work: ({ pool }, { stationId }) => inStation(pool, stationId, (tx) => forgetKeys(tx)),
    },
  ],
  reactions: {
    'station.founded': ['equip-station'],
    'message.received': [index, entries, emergencies, replies, recordings],
    'message.file_added': [recordings],
    'transcript.asked': [recordings],
    'transcript.raised': [emergencies],
    'broadcast_task.counted': [earlierReplies],
    'message.captured': [index, entries, emergencies, recordings],
    'triage.corrected': [emergencies],
    'triage.retraining_asked': ['retrain-triage'],
    'conversation.placed': [emergencies],
    'conversation.assigned': ['tell-of-assignment'],
    'conversation.closed': ['tell-of-assignment'],
    'broadcast_task.asked': ['tell-of-broadcast'],
    'rumour.reply_drafted': ['tell-of-rumour'],
    'rumour.evidence_added': ['tell-of-rumour'],
    'rumour.reply_approved': ['tell-of-rumour'],
    'rumour.update_due': ['tell-of-rumour'],
    'officer.confirmation_asked': ['tell-of-confirmation'],
    'wechat_change.asked': ['tell-of-change'],
    'wechat_change.approved': ['tell-of-change'],
    'wechat_change.refused': ['tell-of-change'],
    'wechat_change.withdrawn': ['tell-of-change'],
    'wechat_change.replaced': ['tell-of-change'],
    'wechat_change.expired': ['tell-of-change'],
    'wechat_change.took_effect': ['tell-of-change'],
    'message.sent': [index, 'tell-of-assignment'],
    'note.written': [index],
    'contact.changed': ['place-conversations', entries],
    'contact.linked': ['place-conversations', entries],
    'external_contact.added': [entries],
    'resident.recorded': [entries],
    'resident.changed': [entries],
    'resident.phone_added': [entries],
    'resident.phone_ended': [entries],
    'resident.merged': [entries],
    'resident.unmerged': [entries],
    'resident.imported': [entries],
    'resident.import_undone': [entries],
    'case.opened': [entries, 'join-cases'],
    'appointment.booked': ['join-cases'],
    'appointment.arrived': ['join-cases'],
    'case.changed': [entries],
    'case.person_changed': [entries],
  },
  everyEvent: [{ job: 'seal-audit', oncePer: 'station', delaySeconds: 10 }],
  schedules: [
    // What failed is tried again, and what a killed process had in hand.
    { job: 'transcribe-recordings', cron: '* * * * *' },
    { job: 'index-entries', cron: '*/10 * * * *' },
    { job: 'index-older-sounds', cron: '5-55/10 * * * *' },
    // A tail cut off since the last checkpoint cannot be seen, so the checkpoints are close together.
    { job: 'anchor-audit', cron: '*/10 * * * *' },
    { job: 'remind-appointments', cron: '*/5 * * * *' },
    { job: 'remind-rumour-updates', cron: '1-59/5 * * * *' },
    { job: 'start-due-broadcasts', cron: '* * * * *' },
    // Not at the full and half hour, as the vendor asks.
    { job: 'tell-of-duty', cron: '3-58/5 * * * *' },
    { job: 'tidy-wechat-envelopes', cron: '20 * * * *' },
    { job: 'tell-of-change', cron: '4-59/30 * * * *' },
    { job: 'settle-wechat-change', cron: '2-57/5 * * * *' },
    // When people are up and the desk is staffed.
    { job: 'ask-after-referrals', cron: '35 9 * * *' },
    { job: 'ask-guide-rereads', cron: '15 6 * * *' },
    { job: 'ask-reconcile', cron: '30 2 * * *' },
    { job: 'make-weekly-report', cron: '10 0 * * 1' },
    { job: 'sweep-files', cron: '40 3 * * *' },
    { job: 'tidy-register', cron: '25 * * * *' },
    { job: 'forget-keys', cron: '50 3 * * *' },
    { job: 'sweep-sign-ins', cron: '55 3 * * *' },
  ],
}
