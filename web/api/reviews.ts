import type * as contract from '../../contract/reviews.ts'
import { fetchJson } from './fetch-json.ts'

export type ReviewSample = contract.ReviewSample

export const listReviews = (month: string) =>
  fetchJson<contract.ReviewSample>('/api/reviews', { query: { month } })
export const takeBackReview = (reviewId: string, reason: string) =>
  fetchJson(`/api/reviews/${reviewId}/taking-back`, { body: { reason } })
export const reviewMatter = (body: contract.NewReview) => fetchJson('/api/reviews', { body })
