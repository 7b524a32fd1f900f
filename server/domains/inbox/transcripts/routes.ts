import { Done, IdParams } from '../../../../contract/common.ts'
import { TranscriptCorrection } from '../../../../contract/transcripts.ts'
import type { Context } from '../../../platform/context.ts'
import { officerOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { write } from '../../../platform/http/write.ts'
import { correctTranscript } from './correct-transcript.ts'

/** What a machine heard in a recording, corrected by who listened. */
export function transcriptRoutes(app: App, context: Context): void {
  app.post(
    '/api/transcripts/:id/corrections',
    {
      config: { access: 'conversations.write' },
      schema: {
        tags: ['inbox'],
        summary: 'What is said in a recording, by who listened; or the machine’s words struck',
        params: IdParams,
        body: TranscriptCorrection,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        correctTranscript(
          tx,
          actor,
          officerOf(request),
          request.params.id,
          request.body.words?.trim() || null,
        ),
      ),
  )
}
