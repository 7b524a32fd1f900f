import { rm } from 'node:fs/promises'
import type {} from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { fileSizes, type StoredFile } from '../../../contract/files.ts'
import type { Context } from '../context.ts'
import { AppError, invalid } from '../errors.ts'
import { actorOf, write } from '../http/write.ts'
import { inStation } from '../tenancy.ts'
import type { FileUse } from './file-use.ts'
import { keepReceived } from './keep-received.ts'
import { type ReceivedFile, receiveFile } from './receive-file.ts'
import { checkQuota, recordFile } from './record-file.ts'

const limits = {
  fileSize: Math.max(...Object.values(fileSizes)),
  files: 1,
  fields: 0,
  parts: 2,
  headerPairs: 20,
}

/** Takes the one file of a multipart request, keeps it and writes whose it is. A repeat with the same key is one file. */
export async function upload(
  context: Pick<Context, 'pool' | 'files'>,
  request: FastifyRequest,
  stationId: string,
  seconds: number | undefined,
  uses: FileUse[],
): Promise<StoredFile> {
  const received = await receiveOne(context, request, stationId)
  // The key of a repeat must belong to the same bytes: write() compares the body.
  request.body = { sha256: received.sha256 }
  try {
    const actor = actorOf(request)
    if (actor.kind === 'resident') await inStation(context.pool, stationId, (tx) => checkQuota(tx, actor.id!))
  } catch (error) {
    await rm(received.path, { force: true })
    throw error
  }
  const kept = await keepReceived(context.files, stationId, received)
  return write(context, request, (tx, actor) => recordFile(tx, actor, kept, seconds ?? null, uses))
}

async function receiveOne(
  context: Pick<Context, 'files'>,
  request: FastifyRequest,
  stationId: string,
): Promise<ReceivedFile> {
  if (!request.isMultipart()) throw invalid('没有收到文件，请重新选择照片或语音。')
  let received: ReceivedFile | undefined
  try {
    for await (const part of request.files({ limits }))
      received = await receiveFile(context.files, stationId, part.file)
  } catch (error) {
    if (received) await rm(received.path, { force: true })
    throw asUploadError(error)
  }
  if (!received) throw invalid('没有收到文件，请重新选择照片或语音。')
  return received
}

function asUploadError(error: unknown): unknown {
  switch ((error as { code?: string }).code) {
    case 'FST_REQ_FILE_TOO_LARGE':
      return new AppError('too_large', '文件太大了：照片最多 15 MB，语音最多 8 MB，PDF 最多 20 MB。')
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
      return invalid('一次只能传一个文件，请一张一张地传。')
    default:
      return error instanceof AppError || !isBrokenRequest(error)
        ? error
        : invalid('文件没有传完整，请再传一次。')
  }
}

function isBrokenRequest(error: unknown): boolean {
  const { code, message, statusCode } = error as { code?: string; message?: string; statusCode?: number }
  return (
    code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    code === 'FST_PREMATURE_CLOSE' ||
    (statusCode ?? 500) < 500 ||
    /multipart|boundary|form data|aborted/i.test(message ?? '')
  )
}
