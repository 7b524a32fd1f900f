import { CloseOutlined, EllipsisOutlined } from '@ant-design/icons'
import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import english from 'antd/locale/en_US'
import chinese from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import type { Me } from '../../api/officers.ts'
import { language } from '../../ui/text/say.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { StepUpDialog } from '../officers/step-up-dialog.tsx'
import { themeFor } from '../theme.ts'
import { NamedIcon } from '../ui/named-icon.tsx'
import { queryClient } from './query-client.ts'
import { createRouter } from './routes.tsx'
import { giveStylesNonce, styleNonce } from './style-nonce.ts'
import '../workbench.css'

const inChinese = language() === 'zh'
dayjs.locale(inChinese ? 'zh-cn' : 'en')
giveStylesNonce()

/** Everything behind the door. `me`: who came in; null on the page where a station is made. */
export function App({ me }: { me: Me | null }) {
  const phone = usePhone()
  const [router] = useState(() => {
    if (me) queryClient.setQueryData(['session'], me)
    return createRouter()
  })
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
