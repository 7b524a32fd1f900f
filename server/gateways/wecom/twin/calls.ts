import { tokenCalls } from './corporation/get-token.ts'
import type { Call } from './http/call.ts'
import { kfAccountCalls } from './kf/account-calls.ts'
import { kfCustomerCalls } from './kf/customer-calls.ts'
import { kfSendCalls } from './kf/send-msg.ts'
import { kfServiceStateCalls } from './kf/service-state.ts'
import { kfServicerCalls } from './kf/servicer-calls.ts'
import { kfSyncCalls } from './kf/sync-msg.ts'
import { mediaCalls } from './media/media-calls.ts'

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
]
