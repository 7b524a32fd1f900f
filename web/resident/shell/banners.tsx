import { useOnline } from '../../ui/use-online.ts'
import { shellText } from '../text/shell.ts'
import { useConnection } from './live.ts'

/** No network, or the live line is being found again. */
export function Banners() {
  const online = useOnline()
  const { lost } = useConnection()
  if (!online) return <BannerLine text={shellText.offline} />
  return lost ? <BannerLine text={shellText.reconnecting} /> : null
}

function BannerLine(props: { text: string }) {
  return (
    <div className="banner" role="status">
      {props.text}
    </div>
  )
}
