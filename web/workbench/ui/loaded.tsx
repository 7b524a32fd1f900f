import { Alert, Button, Empty, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { commonText } from '../../ui/text/workbench/common.ts'
import { LoadFailure } from './load-failure.tsx'

type Asked<T> = { data: T | undefined; error: Error | null; refetch: () => unknown }

/**
 * What was asked for in one of its states: on its way, failed with a way to try again, empty, or there. When a
 * refresh fails, what was there stays and says that it is old.
 */
export function Loaded<T>(props: {
  query: Asked<T>
  children: (data: T) => ReactNode
  /** What to say instead when there is nothing. */
  empty?: ReactNode
  isEmpty?: (data: T) => boolean
  rows?: number
}) {
  const { data, error, refetch } = props.query
  if (data === undefined) {
    if (error) return <LoadFailure error={error} onRetry={() => void refetch()} />
    return (
      <div className="loading" aria-busy="true">
        <Skeleton active title={false} paragraph={{ rows: props.rows ?? 5 }} />
      </div>
    )
  }
  return (
    <>
      {error && (
        <Alert
          type="warning"
          banner
          title={commonText.stale}
          action={
            <Button size="small" onClick={() => void refetch()}>
              {commonText.retry}
            </Button>
          }
        />
      )}
      {props.isEmpty?.(data) ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={props.empty} />
      ) : (
        props.children(data)
      )}
    </>
  )
}
