import { EllipsisOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Drawer } from 'antd'
import { useState } from 'react'
import { NavLink } from 'react-router'
import { countConversations } from '../../api/inbox.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { shellText } from '../../ui/text/workbench/shell.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { broadcastFigures } from '../broadcasts/broadcast-figures.ts'
import { useMay } from '../officers/use-me.ts'
import { figuresQuery } from '../rumours/rumour-figures.tsx'
import { type NavItem, navItems, phoneItems } from './nav-items.tsx'

function Item({ item, count, onGo }: { item: NavItem; count: number | undefined; onGo?: () => void }) {
  return (
    <NavLink to={item.to} end={item.to === '/'} className="nav-item" onClick={onGo}>
      <Badge count={count} size="small" overflowCount={99}>
        <span className="nav-icon" aria-hidden>
          {item.icon}
        </span>
      </Badge>
      <span>{item.label}</span>
    </NavLink>
  )
}

/** At the left of a wide screen; at the bottom of a phone's, with the rest in a drawer. */
export function MainNav() {
  const may = useMay()
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({
    queryKey: ['counts'],
    queryFn: countConversations,
    enabled: may('conversations.read'),
  })
  const rumours = useQuery({ ...figuresQuery, enabled: may('rumours.read') })
  const broadcasts = useQuery({ ...broadcastFigures, enabled: may('broadcasts.read') })
  const allowed = navItems.filter((item) => may(item.needs))
  const allFit = allowed.length <= phoneItems.length + 1
  const shown = phone && !allFit ? phoneItems.filter((item) => may(item.needs)) : allowed
  const rest = allowed.filter((item) => !shown.includes(item))
  const counts: Record<string, number | undefined> = {
    '/inbox': data?.waiting,
    // What is late, and what waits for her yes: the rest can wait until somebody looks.
    '/rumours': rumours.data && rumours.data.due + rumours.data.toApproveByMe,
    '/broadcasts': broadcasts.data?.toApprove,
  }
  const countOf = (item: NavItem) => counts[item.to]
  return (
    <nav className={phone ? 'bottom-nav' : 'side-nav'} aria-label={shellText.mainMenu}>
      {shown.map((item) => (
        <Item key={item.to} item={item} count={countOf(item)} />
      ))}
      {rest.length > 0 && (
        <>
          <button type="button" className="nav-item" onClick={() => setOpen(true)} aria-expanded={open}>
            <span className="nav-icon" aria-hidden>
              <EllipsisOutlined />
            </span>
            <span>{commonText.more}</span>
          </button>
          <Drawer
            placement="bottom"
            open={open}
            onClose={() => setOpen(false)}
            size="auto"
            title={commonText.more}
          >
            <div className="more-grid">
              {rest.map((item) => (
                <Item key={item.to} item={item} count={countOf(item)} onGo={() => setOpen(false)} />
              ))}
            </div>
          </Drawer>
        </>
      )}
    </nav>
  )
}
