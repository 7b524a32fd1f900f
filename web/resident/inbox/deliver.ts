import { ApiError } from '../../api/fetch-json.ts'
import { sendMessage } from '../../api/resident-inbox.ts'
import { aboutMe } from '../mine/about-me.ts'
import { openVisit, visited } from '../shell/station.ts'
import { allLetters, changeLetter, findLetter, type Letter } from './outbox.ts'
import { forgetBytes, isPassing, uploadEnclosure } from './upload-enclosure.ts'

const retryMs = 15_000
let running = false

/** Hands a letter over for sending; it goes now or when the network is back. */
export function sendLetter(key: string): void {
  changeLetter(key, { state: 'waiting', tries: 0, trouble: '', at: Date.now() })
  void deliver()
}

/** Sends what waits, the oldest first, until all are gone or the network fails. */
async function deliver(): Promise<void> {
  if (running) return
  running = true
  try {
    for (let letter = nextWaiting(); letter; letter = nextWaiting()) {
      if (!(await deliverOne(letter))) return
    }
  } finally {
    running = false
  }
}

const nextWaiting = () => allLetters().find((letter) => letter.state === 'waiting')

/** False when it is to be tried again later. */
async function deliverOne(letter: Letter): Promise<boolean> {
  try {
    if (!visited().fresh) await openVisit()
    const fileIds: string[] = []
    for (const enclosure of letter.enclosures) fileIds.push(await uploadEnclosure(letter.key, enclosure))
    // Taken back meanwhile.
    if (findLetter(letter.key)?.state !== 'waiting') return true
    const receipt = await post(letter, fileIds)
    changeLetter(letter.key, { state: 'sent', receipt, trouble: '' })
    forgetBytes(letter.enclosures)
    return true
  } catch (error) {
    const failure = error instanceof ApiError ? error : new ApiError('internal', String(error))
    if (findLetter(letter.key)?.state !== 'waiting') return true
    if (isPassing(failure)) {
      changeLetter(letter.key, { tries: letter.tries + 1, trouble: failure.message })
      return false
    }
    changeLetter(letter.key, { state: 'refused', trouble: failure.message })
    return true
  }
}

async function post(letter: Letter, fileIds: string[]) {
  const { name, phone, villageId } = aboutMe()
  const body = {
    clientKey: letter.key,
    body: letter.body.trim(),
    ...(letter.conversationId ? { conversationId: letter.conversationId } : {}),
    ...(fileIds.length ? { fileIds } : {}),
    ...(name ? { name } : {}),
    ...(phone ? { phone } : {}),
    ...(villageId ? { villageId } : {}),
  }
  try {
    return await sendMessage(body)
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'unauthenticated') throw error
    await openVisit()
    return sendMessage(body)
  }
}

/** Tries again by itself: when the network returns, when the phone wakes up, and every so often. */
export function keepDelivering(): void {
  const again = () => {
    if (nextWaiting() && navigator.onLine) void deliver()
  }
  window.addEventListener('online', again)
  document.addEventListener('visibilitychange', again)
  setInterval(again, retryMs)
  again()
}
