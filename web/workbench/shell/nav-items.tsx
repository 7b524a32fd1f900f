import {
  BarChartOutlined,
  BookOutlined,
  CalendarOutlined,
  EditOutlined,
  FolderOutlined,
  HomeOutlined,
  MessageOutlined,
  NotificationOutlined,
  PieChartOutlined,
  ReadOutlined,
  SettingOutlined,
  SoundOutlined,
  TeamOutlined,
  WechatOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Permission } from '../../../contract/vocabulary.ts'
import { shellText } from '../../ui/text/workbench/shell.ts'

export type NavItem = { to: string; label: string; icon: ReactNode; needs: Permission }

/** The pages in the order of a working day; who may not read one does not see it. */
export const navItems: NavItem[] = [
  { to: '/', label: shellText.home, icon: <HomeOutlined />, needs: 'conversations.read' },
  { to: '/inbox', label: shellText.inbox, icon: <MessageOutlined />, needs: 'conversations.read' },
  { to: '/capture', label: shellText.capture, icon: <EditOutlined />, needs: 'conversations.write' },
  {
    to: '/appointments',
    label: shellText.appointments,
    icon: <CalendarOutlined />,
    needs: 'appointments.read',
  },
  { to: '/cases', label: shellText.cases, icon: <FolderOutlined />, needs: 'cases.read' },
  { to: '/scripts', label: shellText.scripts, icon: <BookOutlined />, needs: 'scripts.read' },
  {
    to: '/broadcasts',
    label: shellText.broadcasts,
    icon: <NotificationOutlined />,
    needs: 'broadcasts.read',
  },
  { to: '/rumours', label: shellText.rumours, icon: <SoundOutlined />, needs: 'rumours.read' },
  { to: '/guides', label: shellText.guides, icon: <ReadOutlined />, needs: 'services.read' },
  { to: '/residents', label: shellText.residents, icon: <TeamOutlined />, needs: 'residents.read' },
  { to: '/coverage', label: shellText.coverage, icon: <PieChartOutlined />, needs: 'statistics.read' },
  { to: '/wechat', label: shellText.wechat, icon: <WechatOutlined />, needs: 'residents.read' },
  { to: '/statistics', label: shellText.statistics, icon: <BarChartOutlined />, needs: 'statistics.read' },
  { to: '/settings', label: shellText.settings, icon: <SettingOutlined />, needs: 'station.read' },
]

/** What a thumb reaches on a phone; everything else is behind "more". */
export const phoneItems = navItems.slice(0, 4)
