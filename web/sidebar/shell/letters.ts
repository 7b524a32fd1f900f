import { createStore } from '../../ui/create-store.ts'
import { keep, readKept } from '../../ui/kept.ts'

const name = 'sidebar-letters'

/** Ordinary, or larger for eyes that want it. */
const store = createStore<'1' | '2'>(readKept<string>(name, '1') === '2' ? '2' : '1')
export const useLetters = store.use

export function showLetters(): void {
  document.documentElement.dataset['letters'] = store.get()
}

export function changeLetters(): void {
  store.set(store.get() === '1' ? '2' : '1')
  keep(name, store.get())
  showLetters()
}
