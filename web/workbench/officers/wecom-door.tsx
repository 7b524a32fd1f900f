import { type ChangeEvent, useEffect, useState } from 'react'
import { listWecomPlaces, type WecomPlaces } from '../../api/wecom.ts'
import { wecomDoorText } from '../../ui/text/workbench/wecom-door.ts'
import { wantedElsewhere, wantedPath } from '../shell/door-paths.ts'

function leave(code: string): void {
  const to = wantedElsewhere(location.search) ?? wantedPath(location.search)
  location.assign(`/api/wecom/${code}/sign-in?to=${encodeURIComponent(to)}`)
}

/** The other way in, where a station has it. Without an answer it is not offered; the password always is. */
export function WecomDoor() {
  const [places, setPlaces] = useState<WecomPlaces['items']>([])
  useEffect(() => {
    listWecomPlaces().then(
      ({ items }) => setPlaces(items),
      () => {},
    )
  }, [])
  const [only] = places
  if (!only) return null
  return (
    <div className="wecom-door">
      <span className="quiet">{wecomDoorText.or}</span>
      {places.length === 1 ? (
        <button type="button" className="door-button plain" onClick={() => leave(only.code)}>
          {wecomDoorText.signIn}
        </button>
      ) : (
        <select
          className="door-button plain"
          aria-label={wecomDoorText.choose}
          value=""
          onChange={(event: ChangeEvent<HTMLSelectElement>) => leave(event.target.value)}
        >
          <option value="" disabled>
            {wecomDoorText.choose}
          </option>
          {places.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}
