import { useState } from 'react'
import { ApiError } from '../../api/fetch-json.ts'
import { shutOthersOut, signOutHere } from '../../api/resident-access.ts'
import { dropAllWaitingPhotos } from '../cases/paper-outbox.ts'
import { dropAllLetters } from '../inbox/outbox.ts'
import { currentCode, pathTo } from '../shell/place.ts'
import { mineText } from '../text/mine.ts'
import { forgetAboutMe } from './about-me.ts'
import { SureButton } from './sure-button.tsx'

/** A lost phone is shut out; a borrowed one is wiped of what was written on it. */
export function PhoneUse() {
  const [said, setSaid] = useState('')
  async function shutOut() {
    try {
      await shutOthersOut()
      setSaid(mineText.shutOutDone)
    } catch (error) {
      setSaid(error instanceof ApiError ? error.message : String(error))
    }
  }
  function forget() {
    dropAllLetters()
    dropAllWaitingPhotos()
    forgetAboutMe()
    forgetPapers()
    setSaid(mineText.forgetDone)
  }
  async function signOut() {
    try {
      await signOutHere()
      forget()
      // A fresh visit: nothing of the one before may stay on the screen or in memory.
      location.assign(pathTo())
    } catch (error) {
      setSaid(error instanceof ApiError ? error.message : String(error))
    }
  }
  return (
    <section className="card">
      <SureButton name={mineText.shutOut} question={mineText.shutOutSure} act={() => void shutOut()} />
      <SureButton name={mineText.forget} question={mineText.forgetSure} act={forget} />
      <SureButton name={mineText.signOut} question={mineText.signOutSure} act={() => void signOut()} />
      <p role="status">{said}</p>
    </section>
  )
}

function forgetPapers(): void {
  try {
    for (const name of Object.keys(localStorage)) {
      // What was answered to a guide tells of a divorce as plainly as a letter would.
      if (/^(ticks|answers)\./.test(name) && name.split('.')[1] === currentCode())
        localStorage.removeItem(name)
    }
  } catch {
    // Nothing is kept, so nothing has to go.
  }
}
