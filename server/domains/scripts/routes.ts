import { Type } from 'typebox'
import { Done, Id, IdParams } from '../../../contract/common.ts'
import {
  NewScript,
  NewScriptVersion,
  ScriptApprovals,
  ScriptDetail,
  ScriptPage,
  ScriptQuery,
  ScriptRetired,
  ScriptRetirement,
  ScriptScope,
  ScriptSendingBack,
  ScriptSubmission,
  ScriptsApproved,
  ScriptTopics,
  SuggestedForWords,
  WordsForScripts,
} from '../../../contract/scripts.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { read, write } from '../../platform/http/write.ts'
import { approveScripts } from './approve-scripts.ts'
import { changeScope } from './change-scope.ts'
import { draftScript } from './draft-script.ts'
import { draftVersion } from './draft-version.ts'
import { listScripts } from './list-scripts.ts'
import { listTopics } from './list-topics.ts'
import { retireScript } from './retire-script.ts'
import { sendBackDraft } from './send-back-draft.ts'
import { submitDraft } from './submit-draft.ts'
import { suggestForWords } from './suggest-for-words.ts'
import { readScript } from './views.ts'

const tags = ['scripts']

/** The script libraries: reading, drafting, the second person's approval, taking out of use. */
export function scriptRoutes(app: App, context: Context): void {
  app.get(
    '/api/scripts',
    {
      config: { access: 'scripts.read' },
      schema: {
        tags,
        summary: 'Scripts by library, words, village or state',
        querystring: ScriptQuery,
        response: { 200: ScriptPage },
      },
    },
    (request) => read(context, request, (tx) => listScripts(tx, officerOf(request), request.query)),
  )
  app.post(
    '/api/script-suggestions',
    {
      config: { access: 'scripts.read' },
      schema: {
        tags,
        summary: 'The three scripts that fit these words best',
        body: WordsForScripts,
        response: { 200: SuggestedForWords },
      },
    },
    // Somebody's words do not belong in an address, where logs keep them; nothing is changed.
    (request) => read(context, request, (tx) => suggestForWords(tx, officerOf(request), request.body)),
  )
  app.get(
    '/api/script-topics',
    {
      config: { access: 'scripts.read' },
      schema: { tags, summary: 'What the scripts are about', response: { 200: ScriptTopics } },
    },
    (request) => read(context, request, (tx) => listTopics(tx, officerOf(request))),
  )
  app.get(
    '/api/scripts/:id',
    {
      config: { access: 'scripts.read' },
      schema: {
        tags,
        summary: 'A script with its versions',
        params: IdParams,
        response: { 200: ScriptDetail },
      },
    },
    (request) => read(context, request, (tx) => readScript(tx, officerOf(request), request.params.id)),
  )
  app.post(
    '/api/scripts',
    {
      config: { access: 'scripts.write' },
      schema: {
        tags,
        summary: 'A new script with its first draft',
        body: NewScript,
        response: { 200: Type.Object({ id: Id }) },
      },
    },
    (request) =>
      write(context, request, (tx, actor) => draftScript(tx, actor, officerOf(request), request.body)),
  )
  app.post(
    '/api/scripts/:id/versions',
    {
      config: { access: 'scripts.write' },
      schema: {
        tags,
        summary: 'The next draft of a script',
        params: IdParams,
        body: NewScriptVersion,
        response: { 200: Type.Object({ version: Type.Integer() }) },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        draftVersion(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  app.post(
    '/api/scripts/:id/submission',
    {
      config: { access: 'scripts.write' },
      schema: {
        tags,
        summary: 'A draft of one’s own goes to a second person',
        params: IdParams,
        body: ScriptSubmission,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, async (tx, actor) => {
        await submitDraft(tx, actor, officerOf(request), request.params.id, request.body.version)
        return { done: true as const }
      }),
  )
  app.post(
    '/api/scripts/:id/sending-back',
    {
      config: { access: 'scripts.approve' },
      schema: {
        tags,
        summary: 'A draft goes back to who wrote it, with words',
        params: IdParams,
        body: ScriptSendingBack,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, async (tx, actor) => {
        await sendBackDraft(tx, actor, officerOf(request), request.params.id, request.body)
        return { done: true as const }
      }),
  )
  app.patch(
    '/api/scripts/:id',
    {
      config: { access: 'scripts.approve' },
      schema: {
        tags,
        summary: 'Who may send a script, and where',
        params: IdParams,
        body: ScriptScope,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, async (tx, actor) => {
        await changeScope(tx, actor, officerOf(request), request.params.id, request.body)
        return { done: true as const }
      }),
  )
  app.post(
    '/api/script-approvals',
    {
      config: { access: 'scripts.approve' },
      schema: {
        tags,
        summary: 'A second person approves drafts',
        body: ScriptApprovals,
        response: { 200: ScriptsApproved },
      },
    },
    (request) =>
      write(context, request, (tx, actor) => approveScripts(tx, actor, officerOf(request), request.body)),
  )
  app.post(
    '/api/scripts/:id/retirement',
    {
      config: { access: 'scripts.approve' },
      schema: {
        tags,
        summary: 'Takes a script out of use',
        params: IdParams,
        body: Type.Union([ScriptRetirement, Type.Null()]),
        response: { 200: ScriptRetired },
      },
    },
    (request) =>
      write(context, request, async (tx, actor) => {
        await retireScript(tx, actor, officerOf(request), request.params.id, request.body?.reason)
        return { done: true as const }
      }),
  )
}
