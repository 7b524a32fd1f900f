import { type Static, Type } from 'typebox'
import { Id, Moment, Named, Nullable, OneOf, Text } from './common.ts'

/** Whether a machine still hears it, has heard it, did not manage; and whether a person has written it down or struck it. */
export const transcriptStates = ['waiting', 'failed', 'heard', 'corrected', 'struck'] as const

/** What is said in a recording: by a machine, and it may be wrong, until a person has listened. */
export const Transcript = Type.Object({
  id: Id,
  fileId: Id,
  state: OneOf(transcriptStates),
  text: Type.String(),
  /** Why the last try failed; tried again while it waits. */
  failure: Nullable(Type.String()),
  /** The words that read like an emergency; null: none. */
  danger: Nullable(Type.String()),
  correctedBy: Nullable(Named),
  correctedAt: Nullable(Moment),
})
export type Transcript = Static<typeof Transcript>

/** `POST /api/conversations/:id/transcripts`: a recording to be heard that came before, or was not managed. */
export const AskedTranscript = Type.Object({ messageId: Id, fileId: Id }, { additionalProperties: false })

/** `POST /api/transcripts/:id/corrections`; without words what the machine heard is struck. */
export const TranscriptCorrection = Type.Object(
  { words: Nullable(Text({ max: 8000, title: '录音里的话' })) },
  { additionalProperties: false },
)
