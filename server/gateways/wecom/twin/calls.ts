import { broadcastCalls } from './broadcasts/broadcast-calls.ts'
import { createBroadcastCalls } from './broadcasts/create-broadcast.ts'
import { contactCalls } from './contacts/contact-calls.ts'
import { contactWayCalls } from './contacts/contact-way-calls.ts'
import { tagCalls } from './contacts/tag-calls.ts'
import { transferCalls } from './contacts/transfer-calls.ts'
import { welcomeCalls } from './contacts/welcome-calls.ts'
import { tokenCalls } from './corporation/get-token.ts'
import { memberCalls } from './corporation/member-calls.ts'
import { groupCalls } from './groups/group-calls.ts'
import { joinWayCalls } from './groups/join-way-calls.ts'
import type { Call } from './http/call.ts'
import { kfAccountCalls } from './kf/account-calls.ts'
import { kfCustomerCalls } from './kf/customer-calls.ts'
import { kfSendCalls } from './kf/send-msg.ts'
import { kfServiceStateCalls } from './kf/service-state.ts'
import { kfServicerCalls } from './kf/servicer-calls.ts'
import { kfSyncCalls } from './kf/sync-msg.ts'
import { kfUpgradeCalls } from './kf/upgrade-calls.ts'
import { loginCalls } from './login/login-calls.ts'
import { mediaCalls } from './media/media-calls.ts'
import { messageCalls } from './messages/message-calls.ts'
import { createMomentCalls } from './moments/create-moment.ts'
import { momentCalls } from './moments/moment-calls.ts'

/** Every call of /cgi-bin the twin answers. */
export const calls: Call[] = [
  ...tokenCalls,
  ...mediaCalls,
  ...kfAccountCalls,
  ...kfServicerCalls,
  ...kfSyncCalls,
  ...kfSendCalls,
  ...kfServiceStateCalls,
  ...kfCustomerCalls,
  ...kfUpgradeCalls,
  ...contactCalls,
  ...contactWayCalls,
  ...welcomeCalls,
  ...tagCalls,
  ...transferCalls,
  ...groupCalls,
  ...joinWayCalls,
  ...createBroadcastCalls,
  ...broadcastCalls,
  ...createMomentCalls,
  ...momentCalls,
  ...messageCalls,
  ...loginCalls,
  ...memberCalls,
]
