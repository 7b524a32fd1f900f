import {
  EnvironmentOutlined,
  EyeOutlined,
  GlobalOutlined,
  PhoneOutlined,
  WechatOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Channel } from '../../../contract/vocabulary.ts'
import { channelWords } from '../../ui/text/vocabulary.ts'

const icons: Record<Channel, ReactNode> = {
  web: <GlobalOutlined />,
  wechat: <WechatOutlined />,
  walk_in: <EnvironmentOutlined />,
  phone: <PhoneOutlined />,
  seen_elsewhere: <EyeOutlined />,
}

export function ChannelIcon({ channel }: { channel: Channel }) {
  return (
    <span
      className="channel-icon"
      title={channelWords[channel]}
      role="img"
      aria-label={channelWords[channel]}
    >
      {icons[channel]}
    </span>
  )
}
