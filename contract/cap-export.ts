import { type Static, Type } from 'typebox'
import { capCategories, capCertainties, capSeverities, capUrgencies } from './cap-words.ts'
import { OneOf, Text } from './common.ts'

/**
 * `POST /api/broadcasts/:id/cap-exports`: what CAP must say and a broadcast does not. What is left out is taken from the
 * alert it was made of, or worked out from its urgency.
 */
export const CapExport = Type.Object(
  {
    category: Type.Optional(OneOf(capCategories)),
    event: Type.Optional(Text({ min: 1, max: 60, title: '事件' })),
    urgency: Type.Optional(OneOf(capUrgencies)),
    severity: Type.Optional(OneOf(capSeverities)),
    certainty: Type.Optional(OneOf(capCertainties)),
  },
  { additionalProperties: false },
)
export type CapExport = Static<typeof CapExport>
