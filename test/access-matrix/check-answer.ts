import type { LightMyRequestResponse } from 'fastify'

/** Words in Latin letters that people here know. */
const known = /CSV|PDF|[0-9]+/g

/** What is wrong with a refusal as such, or null: a 4xx with a Chinese sentence and nothing of the inside. */
export function findAnswerFault({ statusCode, body }: LightMyRequestResponse): string | null {
  if (statusCode < 400) return null
  if (statusCode >= 500) return `answered ${statusCode} ${body}`
  let answer: { code?: string; message?: string }
  try {
    answer = JSON.parse(body)
  } catch {
    return `answered ${statusCode} without a sentence: ${body.slice(0, 200)}`
  }
  const fault = findSentenceFault(answer.message ?? '')
  if (fault) return `answered ${statusCode} and ${fault}`
  return answer.code ? null : `answered ${statusCode} without a code: ${body}`
}

/** What is wrong with a sentence for a person, or null. */
export function findSentenceFault(message: string): string | null {
  if (!/\p{Script=Han}/u.test(message)) return `says nothing in Chinese: “${message}”`
  // What the caller called a field that nobody knows is given back to her.
  const own = message.replace(/不认识的“[^”]*”/, '').replace(known, '')
  if (/[A-Za-z]{2,}/.test(own)) return `says something in English: ${message}`
  return message.length > 120 ? `is long-winded: ${message}` : null
}
