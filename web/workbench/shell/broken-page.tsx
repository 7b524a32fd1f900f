import { Button, Result } from 'antd'
import { useRouteError } from 'react-router'
import { commonText } from '../../ui/text/workbench/common.ts'

/** A page that threw. A file that is gone after an update of the server is the usual cause, so it is named. */
export function BrokenPage() {
  const error = useRouteError()
  const outdated = error instanceof TypeError && /import|module/i.test(error.message)
  return (
    <Result
      status="warning"
      title={outdated ? commonText.newVersion : commonText.brokenPage}
      subTitle={outdated ? undefined : commonText.brokenHint}
      extra={
        <Button type="primary" onClick={() => location.reload()}>
          {commonText.reload}
        </Button>
      }
    />
  )
}
