import { Button, Result } from 'antd'
import { Link } from 'react-router'
import { commonText } from '../../ui/text/workbench/common.ts'
import { shellText } from '../../ui/text/workbench/shell.ts'

export function MissingPage() {
  return (
    <Result
      title={commonText.notFound}
      subTitle={commonText.notFoundHint}
      extra={
        <Link to="/">
          <Button type="primary">{shellText.home}</Button>
        </Link>
      }
    />
  )
}
