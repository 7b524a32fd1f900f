import { clientKey } from '../../api/client-key.ts'
import type { Receipt } from '../../api/resident-inbox.ts'
import { createStore } from '../../ui/create-store.ts'
import { keep, readKept } from '../../ui/kept.ts'
import { currentCode } from '../shell/place.ts'
import { dropBlob } from './blobs.ts'

export type Enclosure = {
  /** Names the bytes on this phone, and makes uploading them twice harmless. */
  key: string
  kind: 'photo' | 'voice'
  seconds?: number
  /** The paper of the guide it shows. */
  material?: string
  fileId?: string
  /** 0 to 1 while it is on its way. */
  progress?: number
  trouble?: string
}

/**
 * A message from the first letter typed until the server's receipt. `draft` is being written, `waiting` is to be
 * sent as soon as it goes, `refused` came back with `trouble` and can be mended, `sent` has its receipt.
 */
export type Letter = {
  key: string
  conversationId: string | null
  /** The guide on whose page it is put together; nothing any more once it is on its way. */
  guide?: string | null
  body: string
  enclosures: Enclosure[]
  state: 'draft' | 'waiting' | 'refused' | 'sent'
  tries: number
  trouble: string
  receipt: Receipt | null
  at: number
}

const sentKept = 10
const storedName = () => `outbox.${currentCode()}`
const store = createStore<Letter[]>(readKept<Letter[]>(storedName(), []))
export const useLetters = store.use
export const allLetters = store.get

// Another tab of the same page may have written or sent something.
window.addEventListener('storage', (event) => {
  if (event.key === storedName()) store.set(readKept<Letter[]>(storedName(), []))
})

function set(letters: Letter[]): void {
  const sent = letters.filter((letter) => letter.state === 'sent').slice(-sentKept)
  const kept = letters.filter((letter) => letter.state !== 'sent' || sent.includes(letter))
  store.set(kept)
  keep(
    storedName(),
    kept.map((letter) => ({
      ...letter,
      enclosures: letter.enclosures.map(({ progress: _, ...enclosure }) => enclosure),
    })),
  )
}

export const findLetter = (key: string) => store.get().find((letter) => letter.key === key)

/** The letter being written: for a new matter (null) or into a running one. */
export const draftOf = (letters: Letter[], conversationId: string | null) =>
  letters.find(
    (letter) =>
      !letter.guide &&
      letter.conversationId === conversationId &&
      (letter.state === 'draft' || letter.state === 'refused'),
  )

/** The letter with the photos that were taken on the page of a guide and not sent yet. */
export const guideDraftOf = (letters: Letter[], guide: string) =>
  letters.find((letter) => letter.guide === guide)

/** Begins a letter; it is kept on the phone from the first change on. */
export function newLetter(conversationId: string | null, body = ''): Letter {
  return {
    key: clientKey(),
    conversationId,
    body,
    enclosures: [],
    state: 'draft',
    tries: 0,
    trouble: '',
    receipt: null,
    at: Date.now(),
  }
}

/** Changes a letter by key; one not kept yet (`fresh`) is taken in. */
export function changeLetter(key: string, change: Partial<Letter>, fresh?: Letter): void {
  const letters = store.get()
  if (letters.some((letter) => letter.key === key)) {
    set(letters.map((letter) => (letter.key === key ? { ...letter, ...change } : letter)))
  } else if (fresh) {
    set([...letters, { ...fresh, ...change }])
  }
}

export function changeEnclosure(letterKey: string, key: string, change: Partial<Enclosure>): void {
  const letter = findLetter(letterKey)
  if (!letter) return
  changeLetter(letterKey, {
    enclosures: letter.enclosures.map((each) => (each.key === key ? { ...each, ...change } : each)),
  })
}

/** Takes a letter off the phone with what lies in it. */
export function dropLetter(key: string): void {
  for (const { key: blob } of findLetter(key)?.enclosures ?? []) void dropBlob(blob)
  set(store.get().filter((letter) => letter.key !== key))
}

/** Everything written on this phone goes. */
export function dropAllLetters(): void {
  for (const { key } of store.get()) dropLetter(key)
}

export const isEmpty = (letter: Letter) => letter.body.trim() === '' && letter.enclosures.length === 0
