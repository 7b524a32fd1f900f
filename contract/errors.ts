/** The codes an answer can fail with, each with its HTTP status. The message is a Chinese sentence fit to show. */
export const errorStatus = {
  invalid: 400,
  unauthenticated: 401,
  step_up_required: 403,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
  internal: 500,
} as const

export type ErrorCode = keyof typeof errorStatus
