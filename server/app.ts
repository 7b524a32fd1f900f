import { contactsOfNumber } from './contacts-of-number.ts'
import { appointmentRoutes } from './domains/appointments/routes.ts'
import { capRoutes } from './domains/broadcasts/cap/cap-routes.ts'
import { capSetUpRoutes } from './domains/broadcasts/cap/cap-set-up-routes.ts'
import { receiptRoutes } from './domains/broadcasts/carrying/receipt-routes.ts'
import { broadcastRoutes } from './domains/broadcasts/routes.ts'
import { templateRoutes } from './domains/broadcasts/templates/template-routes.ts'
import { caseRoutes } from './domains/cases/routes.ts'
import { findVisibleCase } from './domains/cases/views.ts'
import { editionRoutes } from './domains/editions/routes.ts'
import { externalContactRoutes } from './domains/external-contacts/routes.ts'
import { groupRoutes } from './domains/groups/routes.ts'
import { handoverRoutes } from './domains/handovers/routes.ts'
import { inboxHandlingRoutes } from './domains/inbox/handling-routes.ts'
import { referralRoutes } from './domains/inbox/referrals/routes.ts'
import { residentInboxRoutes } from './domains/inbox/resident-routes.ts'
import { inboxRoutes } from './domains/inbox/routes.ts'
import { inboxSearchRoutes } from './domains/inbox/search-routes.ts'
import { transcriptRoutes } from './domains/inbox/transcripts/routes.ts'
import { triageModelRoutes } from './domains/inbox/triage-model-routes.ts'
import { languageRoutes } from './domains/language/routes.ts'
import { type Auth, createAuth } from './domains/officers/create-auth.ts'
import { officerRoutes } from './domains/officers/routes.ts'
import { registerExportRoutes } from './domains/residents/export/routes.ts'
import { householdRoutes } from './domains/residents/households/routes.ts'
import { registerImportRoutes } from './domains/residents/import/routes.ts'
import { residentRoutes } from './domains/residents/routes.ts'
import { rumourDeskRoutes } from './domains/rumours/desk-routes.ts'
import { rumourRoutes } from './domains/rumours/routes.ts'
import { scriptExchangeRoutes } from './domains/scripts/exchange/routes.ts'
import { scriptRoutes } from './domains/scripts/routes.ts'
import { searchRoutes } from './domains/search/routes.ts'
import { serviceRoutes } from './domains/services/routes.ts'
import { coverageRoutes } from './domains/statistics/coverage/routes.ts'
import { placeRoutes } from './domains/statistics/places/routes.ts'
import { reviewRoutes } from './domains/statistics/review-routes.ts'
import { statisticsRoutes } from './domains/statistics/routes.ts'
import { scriptUseRoutes } from './domains/statistics/script-use-routes.ts'
import { weeklyReportRoutes } from './domains/statistics/weekly-report-routes.ts'
import { loadChannel } from './domains/wechat/channel.ts'
import { officerNoticeRoutes } from './domains/wechat/notices/notice-routes.ts'
import { wechatRoutes } from './domains/wechat/routes.ts'
import { wecomMemberRoutes } from './domains/wechat/sign-in/member-routes.ts'
import { wecomSignInRoutes } from './domains/wechat/sign-in/routes.ts'
import { fileUses } from './file-uses.ts'
import { mattersAbove } from './matters-above.ts'
import { ownNumbers } from './own-numbers.ts'
import type { Context } from './platform/context.ts'
import { fileRoutes } from './platform/files/routes.ts'
import type { Authenticators } from './platform/http/access.ts'
import { type App, createHttp } from './platform/http/create-http.ts'
import { healthRoutes } from './platform/http/health-routes.ts'
import { referenceRoutes } from './platform/http/reference-routes.ts'
import { jobRoutes } from './platform/jobs/routes.ts'
import { liveRoutes } from './platform/live/live-routes.ts'

/** The one list of domains: everything the server answers. */
export async function createApp(
  context: Context,
  authenticators: Authenticators,
  options: { rateLimits?: boolean; auth?: Auth } = {},
): Promise<App> {
  const app = await createHttp(context, authenticators, options)
  const auth = options.auth ?? createAuth(context)
  healthRoutes(app, context)
  referenceRoutes(app)
  liveRoutes(app, context, {
    officer: options.auth?.stillSignedIn ?? authenticators.officer,
    resident: async (request) => (await authenticators.resident(request)) !== null,
  })
  officerRoutes(app, context, auth)
  jobRoutes(app, context)
  fileRoutes(app, context, fileUses)
  residentRoutes(app, context, contactsOfNumber, ownNumbers, mattersAbove)
  householdRoutes(app, context, findVisibleCase)
  registerImportRoutes(app, context)
  registerExportRoutes(app, context)
  inboxRoutes(app, context)
  inboxHandlingRoutes(app, context)
  transcriptRoutes(app, context)
  referralRoutes(app, context)
  triageModelRoutes(app, context)
  inboxSearchRoutes(app, context)
  residentInboxRoutes(app, context)
  scriptRoutes(app, context)
  scriptExchangeRoutes(app, context)
  serviceRoutes(app, context)
  editionRoutes(app, context)
  languageRoutes(app, context)
  caseRoutes(app, context)
  appointmentRoutes(app, context)
  const wecomOf = async (stationId: string) => (await loadChannel(context, stationId))?.api ?? null
  externalContactRoutes(app, context, wecomOf)
  groupRoutes(app, context, wecomOf)
  rumourRoutes(app, context)
  rumourDeskRoutes(app, context)
  broadcastRoutes(app, context)
  receiptRoutes(app, context, wecomOf)
  capRoutes(app, context)
  capSetUpRoutes(app, context)
  templateRoutes(app, context)
  handoverRoutes(app, context, wecomOf)
  wechatRoutes(app, context)
  wecomSignInRoutes(app, context, auth)
  wecomMemberRoutes(app, context, auth)
  officerNoticeRoutes(app, context)
  searchRoutes(app, context)
  scriptUseRoutes(app, context)
  statisticsRoutes(app, context)
  placeRoutes(app, context)
  reviewRoutes(app, context)
  weeklyReportRoutes(app, context)
  coverageRoutes(app, context)
  return app
}
