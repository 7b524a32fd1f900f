import { readProfile } from '../../api/resident-access.ts'
import { visited } from '../shell/station.ts'
import { aboutMe, changeAboutMe } from './about-me.ts'

/** A phone that came in by link or code asks once what its owner said elsewhere; what was typed here is never replaced. */
export async function recallAboutMe(): Promise<void> {
  const { name, phone, villageId } = aboutMe()
  if (!visited().known || name || phone || villageId) return
  try {
    const profile = await readProfile()
    const now = aboutMe()
    if (now.name || now.phone || now.villageId) return
    changeAboutMe({ name: profile.name, phone: profile.phone, villageId: profile.villageId ?? '' })
  } catch {
    // The fields stay empty; they are optional.
  }
}
