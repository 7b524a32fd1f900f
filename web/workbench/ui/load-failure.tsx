import { Button, Result } from 'antd'
import { ApiError } from '../../api/fetch-json.ts'
import { commonText } from '../../ui/text/workbench/common.ts'

/** In place of what could not be loaded: why, and how to try again. */
export function LoadFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const offline = error instanceof ApiError && error.code === 'offline'
  const requestId = error instanceof ApiError ? error.requestId : undefined
  const missing = error instanceof ApiError && (error.code === 'not_found' || error.code === 'forbidden')
  return (
    <Result
      className="load-failure"
      status={missing ? 'info' : 'warning'}
      title={offline ? commonText.offlineTitle : missing ? error.message : commonText.failedToLoad}
      subTitle={
        <>
          {offline ? commonText.offlineHint : missing ? commonText.notFoundHint : error.message}
          {requestId && !missing && <div className="quiet">{commonText.requestId(requestId)}</div>}
        </>
      }
      extra={missing ? undefined : <Button onClick={onRetry}>{commonText.retry}</Button>}
    />
  )
}
