import type { DraftingKind, MachineDraft } from '../../../contract/language.ts'
import type { Scenario } from '../../../contract/vocabulary.ts'
import { askModel, type ModelAnswer } from '../../gateways/language/ask-model.ts'
import { ModelError } from '../../gateways/language/post-to-endpoint.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Context } from '../../platform/context.ts'
import { AppError, conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { recordLookOnce } from '../inbox/record-look.ts'
import { understoodIn } from '../inbox/understood-in.ts'
import { lockConversation } from '../inbox/visibility.ts'
import { suggestScripts } from '../scripts/suggest-scripts.ts'
import { openEndpoint } from './endpoint.ts'
import { gatherTalk } from './gather-talk.ts'
import { createMasker } from './mask-words.ts'
import { writePrompt } from './prompt.ts'

/** So many an officer may ask for in a quarter of an hour: each costs money, and sends words out. */
const mostAQuarter = 20

/**
 * Puts down what is going to be asked, in the transaction that holds the request's key. The words are masked before
 * anything leaves; nothing of a row can be turned back into who she is.
 */
export async function askForDraft(
  context: Pick<Context, 'config'>,
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  conversationId: string,
  kind: DraftingKind,
) {
  const conversation = await lockConversation(tx, session, conversationId)
  const endpoint = await openEndpoint(context, tx, 'drafting')
  if (!endpoint?.on) throw conflict('起草助手没有打开，要用请所长到“设置 · 外接模型”里打开。')
  const { rows } = await tx.client.query(
    `select count(*)::int as lately from language_calls where station_id = $1 and officer_id = $2
       and kind <> 'transcript' and asked_at > clock_timestamp() - interval '15 minutes'`,
    [tx.stationId, session.officerId],
  )
  if (rows[0].lately >= mostAQuarter) throw new AppError('too_many', '一刻钟里用得太多了，请过一会儿再用。')
  const talk = await gatherTalk(tx, conversation, kind)
  const masker = createMasker(talk)
  const found =
    kind === 'summary'
      ? []
      : await suggestScripts(tx, {
          text: talk.asked,
          ...understoodIn(conversation, { text: talk.asked, heard: '' }),
          scenario: conversation.scenario as Scenario,
          villageId: conversation.villageId,
          role: session.role,
        })
  const scripts = found.map(({ code, title, body }) => ({ code, title, body: body.replace(/[{}]/g, '') }))
  const lines = talk.lines.map(({ who, text }) => ({ who, text: masker.mask(text) }))
  const prompt = writePrompt({ kind, talk: lines, scripts })
  const id = newId()
  const used = found.map(({ scriptId, version, title }) => ({ id: scriptId, version, title }))
  await tx.client.query(
    `insert into language_calls (station_id, id, kind, conversation_id, officer_id, sent, scripts) values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.stationId, id, kind, conversationId, session.officerId, prompt.user, JSON.stringify(used)],
  )
  await recordLookOnce(tx, actor, conversation)
  await writeEvents(tx, actor, [
    {
      ...{ name: 'drafting.asked', subject: { kind: 'conversation', id: conversationId }, conversationId },
      ...{ contactId: conversation.contactId, villageId: conversation.villageId, data: { kind, call: id } },
    },
  ])
  return { id, kind, endpoint, prompt, masker, scripts: used }
}
export type AskedDraft = Awaited<ReturnType<typeof askForDraft>>

/** Asks the model outside any transaction, and writes down what came. The draft is a proposal: it is kept nowhere else. */
export async function fetchDraft(
  { pool }: Pick<Context, 'pool'>,
  stationId: string,
  asked: AskedDraft,
): Promise<MachineDraft> {
  const { id, kind, endpoint, prompt, masker, scripts } = asked
  const settle = (answer: Partial<ModelAnswer>, failure: string | null) =>
    inStation(pool, stationId, (tx) =>
      tx.client.query(
        `update language_calls set answered_at = clock_timestamp(), answer = $3, failure = $4, tokens_sent = $5, tokens_answered = $6
         where station_id = $1 and id = $2`,
        [
          stationId,
          id,
          answer.text ?? null,
          failure,
          answer.tokensSent ?? null,
          answer.tokensAnswered ?? null,
        ],
      ),
    )
  try {
    const answer = await askModel(endpoint, [
      { role: 'system', content: prompt.system },
      { role: 'user', content: prompt.user },
    ])
    await settle(answer, null)
    return { id, kind, text: masker.restore(answer.text).slice(0, 2000), sent: prompt.user, scripts }
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    await settle({}, error.message)
    throw new AppError('unavailable', error.message)
  }
}
