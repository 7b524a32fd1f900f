import { EverythingQuery, SearchResult } from '../../../contract/search.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { limitOfficers, searchesAMinute } from '../../platform/http/limit-officers.ts'
import { actorOf, read } from '../../platform/http/write.ts'
import { searchEverything } from './search-everything.ts'

export function searchRoutes(app: App, context: Context): void {
  const limit = limitOfficers(app, context, searchesAMinute)
  app.get(
    '/api/search',
    {
      config: { access: 'conversations.read' },
      schema: {
        tags: ['search'],
        summary:
          'Find people, messages, cases, scripts and guides by words, pinyin, initials, telephone or door',
        querystring: EverythingQuery,
        response: { 200: SearchResult },
      },
    },
    async (request) => {
      await limit(request)
      return read(context, request, (tx) =>
        searchEverything(tx, actorOf(request), officerOf(request), request.query),
      )
    },
  )
}
