import { type ModelEndpoint, plain, postToEndpoint, unreadable } from './post-to-endpoint.ts'

export type ModelAnswer = { text: string; tokensSent: number | null; tokensAnswered: number | null }

const timeoutMs = 30_000
const mostLetters = 4000

/** One question to an OpenAI-compatible API. The answer comes back plain and short, for a person to read. */
export async function askModel(
  endpoint: ModelEndpoint,
  messages: { role: 'system' | 'user'; content: string }[],
  options: { timeoutMs?: number; mostTokens?: number } = {},
): Promise<ModelAnswer> {
  const body = JSON.stringify({
    model: endpoint.model,
    messages,
    temperature: 0.3,
    max_tokens: options.mostTokens ?? 800,
    stream: false,
  })
  const answer = await postToEndpoint(
    endpoint,
    '/chat/completions',
    { type: 'application/json', body: Buffer.from(body) },
    options.timeoutMs ?? timeoutMs,
  )
  const { choices, usage } = answer as { choices?: unknown; usage?: Record<string, unknown> }
  const first = Array.isArray(choices) ? choices[0] : undefined
  const content: unknown = first?.message?.content
  if (typeof content !== 'string' || content.trim() === '') throw unreadable()
  const count = (value: unknown) =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1e7 ? (value as number) : null
  return {
    text: plain(content).slice(0, mostLetters),
    tokensSent: count(usage?.['prompt_tokens']),
    tokensAnswered: count(usage?.['completion_tokens']),
  }
}
