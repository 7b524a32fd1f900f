import type { Page } from '../http/serve.ts'

/** Everything outside /cgi-bin, by "METHOD /path". */
export const pages = new Map<string, Page>()
