import { CloseOutlined, EllipsisOutlined } from '@ant-design/icons'
import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import english from 'antd/locale/en_US'
import chinese from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { RouterProvider } from 'react-router/dom'
import { language } from '../../ui/text/say.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { StepUpDialog } from '../officers/step-up-dialog.tsx'
import { themeFor } from '../theme.ts'
import { NamedIcon } from '../ui/named-icon.tsx'
import { queryClient } from './query-client.ts'
import { router } from './routes.tsx'
import { giveStylesNonce, styleNonce } from './style-nonce.ts'

const inChinese = language() === 'zh'
dayjs.locale(inChinese ? 'zh-cn' : 'en')
document.documentElement.lang = inChinese ? 'zh-CN' : 'en'
giveStylesNonce()

export function App() {
  const phone = usePhone()
  return (
    <ConfigProvider
      csp={{ nonce: styleNonce }}
      locale={inChinese ? chinese : english}
      theme={themeFor(phone)}
      button={{ autoInsertSpace: false }}
      image={{ preview: { closeIcon: <NamedIcon icon={<CloseOutlined />} name={commonText.close} /> } }}
      tabs={{ more: { icon: <NamedIcon icon={<EllipsisOutlined />} name={commonText.more} /> } }}
    >
      <AntApp message={{ maxCount: 3 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <StepUpDialog />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}
