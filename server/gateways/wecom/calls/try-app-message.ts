import { randomBytes } from 'node:crypto'
import type { Api } from '../api/api.ts'
import { ApiError } from '../api/api-error.ts'
import { sendAppMessage } from './send-app-message.ts'

/** All who should get it are unknown: so the call itself was let through (document 90236). */
const nobodyThere = 81013

/**
 * Whether the application may send messages, without sending one: it goes to a member who does not exist. Throws what the server
 * says of the application. U: that the server looks at the application before it looks for the member.
 */
export async function tryAppMessage(api: Api, agentId: number): Promise<void> {
  const nobody = `lianxinqiao-check-${randomBytes(12).toString('hex')}`
  try {
    await sendAppMessage(api, {
      agentId,
      userIds: [nobody],
      message: { kind: 'text', text: '连心桥接入检查' },
    })
  } catch (error) {
    if (error instanceof ApiError && error.errcode === nobodyThere) return
    throw error
  }
}
