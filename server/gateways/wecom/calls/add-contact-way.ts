import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { textOf } from '../api/untrusted.ts'

/**
 * A QR code by which a resident adds one of the members. state, up to 30 characters, comes back with the contact.
 * Printed codes die with their configuration, so there is no call to delete one.
 */
export async function addContactWay(
  api: Api,
  given: { userIds: string[]; state: string; remark?: string; skipVerify?: boolean },
): Promise<{ configId: string; qrCode: string }> {
  const answer = await callApi(api, {
    method: 'POST',
    path: 'externalcontact/add_contact_way',
    body: {
      type: given.userIds.length === 1 ? 1 : 2,
      scene: 2,
      user: given.userIds,
      state: given.state,
      remark: given.remark,
      skip_verify: given.skipVerify ?? true,
    },
    expects: 'config_id',
  })
  return { configId: textOf(answer['config_id']), qrCode: textOf(answer['qr_code']) }
}
