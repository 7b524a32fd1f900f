export type ApiRequest = {
  method: 'GET' | 'POST'
  /** below /cgi-bin/, a constant of our code */
  path: string
  query?: Record<string, string | number | undefined>
  /** undefined and '' are left out: the server takes an empty optional text for a wrong one */
  body?: Record<string, unknown>
  form?: FormData
  /** a field whose presence makes up for a missing errcode */
  expects?: string
  /** throttled apart from the other calls of the path */
  lane?: string
}

export type ApiAnswer = Record<string, unknown>
