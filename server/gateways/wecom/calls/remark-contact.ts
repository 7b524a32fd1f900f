import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'

/** remark up to 20 characters, description 150. mobiles replaces what was there; [] clears it. Not all absent. */
export async function remarkContact(
  api: Api,
  userId: string,
  externalUserId: string,
  { remark, description, mobiles }: { remark?: string; description?: string; mobiles?: string[] },
): Promise<void> {
  // One empty text is the vendor's way to say none.
  const remark_mobiles = mobiles?.length === 0 ? [''] : mobiles
  const body = { userid: userId, external_userid: externalUserId, remark, description, remark_mobiles }
  await callApi(api, { method: 'POST', path: 'externalcontact/remark', body })
}
