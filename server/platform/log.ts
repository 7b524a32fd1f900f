import { type DestinationStream, type LoggerOptions, pino } from 'pino'

export type Log = ReturnType<typeof createLog>

/**
 * The structured log: one JSON line an entry, on standard output. Nothing a person wrote or is called goes in:
 * callers give ids, counts and codes, and whole requests are cut down to method, route and status.
 */
export function createLog(level: string, destination?: DestinationStream) {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['body', 'phone', 'name', 'password', 'cookie', 'authorization'].flatMap((field) => [
        field,
        `*.${field}`,
      ]),
      remove: true,
    },
    serializers: {
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        code: error.code,
        // Messages of database errors can quote a row; the stack's frames cannot.
        stack: error.stack?.split('\n').slice(1, 8).join('\n'),
        message: error.name === 'AppError' || !error.code ? error.message : undefined,
      }),
    },
  }
  return destination ? pino(options, destination) : pino(options)
}
