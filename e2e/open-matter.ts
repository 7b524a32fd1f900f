import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Stage } from './stage.ts'

/** Opens a case of the split of a household from the conversation with this number, without a page. */
export async function openMatter(
  stage: Stage,
  number: string,
): Promise<{ conversationId: string; caseId: string }> {
  const call = await stage.callAs('chief')
  const { items } = await (await call.get('/api/conversations?queue=all')).json()
  const conversation = items.find((each: { number: string }) => each.number === number)
  const guide = await (await call.get('/api/guides/household-split')).json()
  const opened = await call.post('/api/cases', {
    data: {
      kind: 'service',
      title: '申请分户',
      scenario: 'business',
      channel: 'web',
      conversationId: conversation.id,
      guideId: guide.id,
      clientKey: randomUUID(),
    },
  })
  assert.equal(opened.ok(), true, await opened.text())
  return { conversationId: conversation.id, caseId: (await opened.json()).id }
}
