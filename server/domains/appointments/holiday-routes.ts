import { Done } from '../../../contract/common.ts'
import {
  HolidayPreview,
  HolidayText,
  HolidayYear,
  PublicHolidays,
  YearParams,
} from '../../../contract/public-holidays.ts'
import type { Context } from '../../platform/context.ts'
import type { App } from '../../platform/http/create-http.ts'
import { read, write } from '../../platform/http/write.ts'
import { previewHolidays, readHolidayYear } from './preview-holidays.ts'
import { setPublicHolidays } from './set-public-holidays.ts'

const tags = ['calendar']

/** The State Council's yearly notice: read in, looked at before it is saved, saved, and given out again as a file. */
export function holidayRoutes(app: App, context: Context): void {
  app.get(
    '/api/public-holidays/:year',
    {
      config: { access: 'station.read' },
      schema: {
        tags,
        summary: 'The public holidays of a year as they are now',
        params: YearParams,
        response: { 200: HolidayYear },
      },
    },
    (request) => read(context, request, (tx) => readHolidayYear(tx, request.params.year)),
  )
  app.put(
    '/api/public-holidays/:year',
    {
      config: { access: 'calendar.configure' },
      schema: {
        tags,
        summary: "The State Council's yearly notice",
        params: YearParams,
        body: PublicHolidays,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, async (tx, actor) => {
        await setPublicHolidays(tx, actor, request.params.year, request.body)
        return { done: true as const }
      }),
  )
  app.post(
    '/api/public-holiday-previews',
    {
      config: { access: 'calendar.configure' },
      schema: {
        tags,
        summary: 'What a pasted or picked list would change; nothing is saved',
        body: HolidayText,
        response: { 200: HolidayPreview },
      },
    },
    (request) => read(context, request, (tx) => previewHolidays(tx, request.body.text)),
  )
}
