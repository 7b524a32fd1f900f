import type { FastifyRequest } from 'fastify'
import type { ResidentMessage } from '../../../contract/resident-inbox.ts'
import type { Context } from '../../platform/context.ts'
import type { App } from '../../platform/http/create-http.ts'
import { limitFloods } from '../../platform/http/limit-floods.ts'
import { readMessage } from './triage/read-message.ts'

/** New matters from one address in ten minutes: a village behind one router asks less, a machine more. */
const mostNewMatters = 100

/**
 * Lets a message in before anything is kept of it. Only what opens a new matter is counted. What reads as an emergency
 * is never refused, and what cannot be read (a recording) may be one: a flood of false cries costs officers time, a
 * refused true one may cost a life.
 */
export function createMessageDoor(app: App, context: Pick<Context, 'config' | 'pool'>) {
  const limit = limitFloods(app, context, mostNewMatters)
  return async (
    request: FastifyRequest,
    stationId: string,
    { body, conversationId }: ResidentMessage,
    hasVoice: boolean,
  ): Promise<void> => {
    if (conversationId) return
    try {
      await limit(request, stationId)
    } catch (error) {
      // Read only now: below the limit every message is let in, and reading twice would cost each of them.
      if (!hasVoice && !readMessage({ text: body ?? '', villages: [] }).emergency) throw error
    }
  }
}
