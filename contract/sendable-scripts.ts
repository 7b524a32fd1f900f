import { type Static, Type } from 'typebox'
import { Id, Nullable, OneOf, PageOf, PageQuery, Text } from './common.ts'
import { ScriptFile } from './files.ts'
import { fraudStages, libraries, scenarios } from './vocabulary.ts'

/** `GET /api/conversations/:id/scripts`: the whole library, of what this officer may send in this conversation today. */
export const SendableQuery = Type.Object(
  {
    library: Type.Optional(OneOf(libraries)),
    text: Type.Optional(Text({ max: 40, title: '查找' })),
    ...PageQuery,
  },
  { additionalProperties: false },
)
export type SendableQuery = Static<typeof SendableQuery>

/** A script filled for one conversation. */
const filledFields = {
  scriptId: Id,
  version: Type.Integer(),
  title: Type.String(),
  /** The text as written, with its variables in braces. */
  body: Type.String(),
  /** The text with what is known filled in. */
  filled: Type.String(),
  /** Variables without a value, in braces in the text: sending is blocked until they are filled by hand. */
  missing: Type.Array(Type.String()),
  files: Type.Array(ScriptFile),
}
export const FilledScript = Type.Object({
  ...filledFields,
  /** Shorter, to be said aloud, filled the same way; may be empty. */
  spoken: Type.String(),
  basis: Type.String(),
  stage: Nullable(OneOf(fraudStages)),
})
export const FilledScriptPage = PageOf(FilledScript)

export const ScriptSuggestion = Type.Object({
  ...filledFields,
  scenario: OneOf(scenarios),
  because: Type.String(),
  /** It rests, wholly or in part, on what a machine heard in a recording. */
  heard: Type.Boolean(),
})
