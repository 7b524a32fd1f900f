import { Button, Result } from 'antd'
import { useRouteError } from 'react-router'
import { commonText } from '../../ui/text/workbench/common.ts'
import { liveState } from './live-feed.ts'

/** A page that threw. Usually its file could not be fetched: no network, or an update of the server; each is named. */
export function BrokenPage() {
  const error = useRouteError()
  const { connected } = liveState.use()
  const unfetched = error instanceof Error && /import|module|preload/i.test(error.message)
  const offline = unfetched && (!navigator.onLine || !connected)
  return (
    <Result
      status="warning"
      title={offline ? commonText.offlineTitle : unfetched ? commonText.newVersion : commonText.brokenPage}
      subTitle={offline ? commonText.offlineHint : unfetched ? undefined : commonText.brokenHint}
      extra={
        <Button type="primary" onClick={() => location.reload()}>
          {commonText.reload}
        </Button>
      }
    />
  )
}
