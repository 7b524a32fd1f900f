import { type ApiError, addressWords, callHeaders } from '../../api/fetch-json.ts'
import type { PublicStation } from '../../api/resident-access.ts'
import { readPublicStation, visit } from '../../api/resident-access.ts'
import { createStore } from '../../ui/create-store.ts'
import { keep, readKept } from '../../ui/kept.ts'
import { takeEarlyVisit } from './early-visit.ts'
import { currentCode } from './place.ts'

type Visited = {
  /** Shown at once from the last visit; `fresh` once the server has said it now. */
  station: PublicStation | null
  fresh: boolean
  known: boolean
  error: ApiError | null
}

const nameOf = (code: string) => `station.${code}`
const store = createStore<Visited>({ station: null, fresh: false, known: false, error: null })
let running: Promise<void> | null = null

export const useVisit = store.use
export const visited = store.get

/** The station of this page; only used below the gate that waits for it. */
export const useStation = (): PublicStation => store.use().station as PublicStation

/** Opens the page at the server: everything else needs the cookie it gives. Never throws; the state says how it went. */
export function openVisit(): Promise<void> {
  running ??= meet().finally(() => {
    running = null
  })
  return running
}

async function meet(): Promise<void> {
  const code = currentCode()
  const kept = readKept<PublicStation | null>(nameOf(code), null)
  if (!store.get().station && kept) take(kept, false, false)
  try {
    const { station, known } = (await takeEarlyVisit(code)) ?? (await visit(code))
    keep(nameOf(code), station)
    keep('lastStation', code)
    take(station, true, known)
  } catch (error) {
    store.set({ ...store.get(), fresh: false, error: error as ApiError })
  }
}

function take(station: PublicStation, fresh: boolean, known: boolean): void {
  callHeaders.current = () => ({ 'x-station-id': station.id })
  addressWords.current = () => ({ station: station.id })
  store.set({ station, fresh, known, error: null })
}

/** Whether somebody reads changes by the hour: asked again while a page says so. A failure leaves what is known. */
export async function refreshStation(): Promise<void> {
  const { station, fresh, known } = store.get()
  if (!station || !fresh) return openVisit()
  try {
    take(await readPublicStation(station.code), true, known)
  } catch {
    // The line says what was true a minute ago.
  }
}
