import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { readWechatChangeNotice } from '../../api/wechat.ts'
import { changeText } from '../../ui/text/workbench/wechat-change.ts'
import { useMay } from '../officers/use-me.ts'

/** For those whose first page is this one: what the others read among the alarms of theirs. */
export function ChangeNotice() {
  const may = useMay()
  const { data } = useQuery({
    queryKey: ['wechat-change'],
    queryFn: readWechatChangeNotice,
    enabled: !may('conversations.read'),
    refetchInterval: 60_000,
  })
  if (!data?.notice) return null
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={data.notice.sentence}
      action={may('station.configure') && <Link to="/settings/wechat">{changeText.see}</Link>}
    />
  )
}
