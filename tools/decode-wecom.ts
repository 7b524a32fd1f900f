import { decodeCallbackLine } from '../server/gateways/wecom/decode-callback-line.ts'
import { readLines } from './read-lines.ts'

/**
 * npm run -s wecom-decode: on stdin a line each of {token, encodingAesKey, receiveId, msgSignature, timestamp,
 * nonce, encrypt}; on stdout, in the same order, {ok: true, message} or {ok: false, error}. Tests the gateway's
 * reading from outside. The age of a timestamp is not looked at: test data is old.
 */
process.stdout.on('error', () => process.exit(0))
for await (const lines of readLines(process.stdin, 16 * 1024 * 1024)) {
  const answers = lines.map((line) => `${JSON.stringify(decodeCallbackLine(line))}\n`).join('')
  if (!process.stdout.write(answers)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}
