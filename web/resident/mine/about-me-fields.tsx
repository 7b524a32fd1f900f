import { useEffect } from 'react'
import { useStation } from '../shell/station.ts'
import { askText } from '../text/ask.ts'
import { changeAboutMe, useAboutMe } from './about-me.ts'
import { recallAboutMe } from './recall-about-me.ts'

/** Name, number and village: optional, typed once, remembered on this phone. */
export function AboutMeFields() {
  const me = useAboutMe()
  const { villages } = useStation()
  useEffect(() => {
    void recallAboutMe()
  }, [])
  return (
    <fieldset className="card">
      <legend>{askText.who}</legend>
      <p className="soft">{askText.whoNote}</p>
      <label>
        {askText.name}
        <input
          value={me.name}
          maxLength={30}
          autoComplete="name"
          onChange={(event) => changeAboutMe({ name: event.target.value })}
        />
      </label>
      <label>
        {askText.phone}
        <input
          value={me.phone}
          type="tel"
          inputMode="tel"
          maxLength={20}
          autoComplete="tel"
          onChange={(event) => changeAboutMe({ phone: event.target.value.replace(/[^0-9+ -]/g, '') })}
        />
      </label>
      {villages.length > 0 ? (
        <label>
          {askText.village}
          <select value={me.villageId} onChange={(event) => changeAboutMe({ villageId: event.target.value })}>
            <option value="">{askText.noVillage}</option>
            {villages.map((village) => (
              <option key={village.id} value={village.id}>
                {village.name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </fieldset>
  )
}
