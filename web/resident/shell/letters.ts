import { createStore } from '../../ui/create-store.ts'
import { keep, readKept } from '../../ui/kept.ts'

/** 1 ordinary, 2 main text of 18 pt, 3 of 30 pt (the two steps the elder-friendly rules name). */
export type Letters = 1 | 2 | 3
const name = 'letters'

function first(): Letters {
  if (new URLSearchParams(location.search).get('big') === '1') return 2
  const kept = readKept<number>(name, 1)
  return kept === 2 || kept === 3 ? kept : 1
}

const store = createStore<Letters>(first())
export const useLetters = store.use

/** Puts the size on the page; the style sheet does the rest. */
export function showLetters(): void {
  document.documentElement.dataset['letters'] = String(store.get())
  keep(name, store.get())
}

export function chooseLetters(size: Letters): void {
  store.set(size)
  showLetters()
}
