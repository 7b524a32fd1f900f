import { createStore } from '../../ui/create-store.ts'
import { keep, readKept } from '../../ui/kept.ts'
import { currentCode } from '../shell/place.ts'

type AboutMe = { name: string; phone: string; villageId: string }

const nobody: AboutMe = { name: '', phone: '', villageId: '' }
const storedName = () => `me.${currentCode()}`
const store = createStore<AboutMe>({ ...nobody, ...readKept(storedName(), nobody) })

/** What the resident wants to be known by, remembered on this phone. */
export const useAboutMe = store.use
export const aboutMe = store.get

export function changeAboutMe(change: Partial<AboutMe>): void {
  store.set({ ...store.get(), ...change })
  keep(storedName(), store.get())
}

export const forgetAboutMe = () => changeAboutMe(nobody)
