import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError, notFound } from '../errors.ts'
import { describeInvalid } from './describe-invalid.ts'

/** Every failure leaves as `{ code, message }` with the contract's status; what went wrong inside stays in the log. */
export function answerErrors(app: Pick<FastifyInstance, 'setErrorHandler' | 'setNotFoundHandler'>): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const known = asAppError(error)
    if (known.code === 'internal' || known.code === 'unavailable') {
      request.log.error(
        { err: error, route: request.routeOptions.url, requestId: request.id },
        'request failed',
      )
    }
    return reply
      .status(known.status)
      .send({ code: known.code, message: known.message, details: known.details, requestId: request.id })
  })
  app.setNotFoundHandler((request, reply) => {
    const error = notFound()
    return reply
      .status(error.status)
      .send({ code: error.code, message: error.message, requestId: request.id })
  })
}

/** For addresses no route can read (a broken %-sign, a parameter beyond all length): these never reach the handlers above. */
export function answerBadAddress(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const { status, code, message } = new AppError('invalid', '网址不对，请从页面里重新打开。')
  void reply.status(status).send({ code, message, requestId: request.id })
}

/** PostgreSQL's codes that mean something to a person; the rest is ours to mend. */
const databaseErrors: Record<string, [AppError['code'], string]> = {
  '23505': ['conflict', '同样的内容已经存在，没有重复保存。'],
  '23503': ['not_found', '没有找到，可能已被移走，或者您没有查看的权限。'],
  '23514': ['invalid', '有一项内容不符合要求，请检查后再提交。'],
  '22003': ['invalid', '有一个数字超出了范围。'],
  '22007': ['invalid', '有一个日期不对。'],
  '22008': ['invalid', '有一个日期超出了范围。'],
  '22P02': ['invalid', '有一项内容不符合要求，请检查后再提交。'],
  '22021': ['invalid', '内容里有无法保存的字符。'],
  '22P05': ['invalid', '内容里有无法保存的字符。'],
  '22001': ['invalid', '有一项内容太长了。'],
  '42501': ['not_found', '没有找到，可能已被移走，或者您没有查看的权限。'],
  '53100': ['unavailable', '服务器存储已满，没有保存成功。请打电话联系派出所，急事拨打110。'],
  '55P03': ['unavailable', '系统正忙，没有保存成功，请稍后再试。急事拨打110。'],
  '57P01': ['unavailable', '系统正在重启，请稍后再试。急事拨打110。'],
}

function asAppError(error: FastifyError): AppError {
  if (error instanceof AppError) return error
  if (error.validation)
    return new AppError('invalid', describeInvalid(error.validation, error.validationContext))
  if (error.statusCode === 413 || error.code === 'FST_REQ_FILE_TOO_LARGE') {
    return new AppError('too_large', '内容太大了，请减少文字或照片后再发。')
  }
  if (error.statusCode === 429) return new AppError('too_many', '操作太频繁了，请过一会儿再试。急事拨打110。')
  const known = databaseErrors[error.code]
  if (known) return new AppError(known[0], known[1])
  if (isConnectionLoss(error))
    return new AppError('unavailable', '系统暂时连不上数据库，没有保存成功，请稍后再试。急事拨打110。')
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) {
    return new AppError('invalid', '请求的格式不对，请刷新页面后再试。')
  }
  return new AppError('internal', '系统出错了，没有保存成功。我们已经记下，请稍后再试。急事拨打110。')
}

function isConnectionLoss(error: FastifyError): boolean {
  return (
    /^(ECONN|57P0|08)/.test(error.code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  )
}
