import { sayPaper } from '../../../contract/list-materials.ts'
import { isBrought } from '../../../contract/services.ts'
import type { ResidentAppointment } from '../../api/resident-appointments.ts'
import { Link } from '../shell/link.tsx'
import { pathTo } from '../shell/place.ts'
import { homeText } from '../text/home.ts'
import { soonText } from './soon-text.ts'

/** The reminder on her own phone: the next appointment with when, where and what to bring. Nothing when there is none. */
export function NextAppointment({ items }: { items: ResidentAppointment[] }) {
  const next = items.find(({ status, startsAt }) => status === 'booked' && Date.parse(startsAt) > Date.now())
  if (!next) return null
  const bring = (next.elsewhere ? [] : next.bring.filter(isBrought)).map(sayPaper)
  return (
    <Link to={pathTo('appointments', next.id)} className="notice">
      <b className="line">{homeText.nextAppointment(soonText(next.startsAt), next.guide.name)}</b>
      <span className="line">
        {homeText.where([next.place.name, next.counterName, next.place.address].filter(Boolean).join(' '))}
      </span>
      {bring.length > 0 ? <span className="line">{homeText.bring(bring.join('；'))}</span> : null}
    </Link>
  )
}
