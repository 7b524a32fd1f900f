import type { ComponentType, ReactNode } from 'react'
import { NavLink, useParams } from 'react-router'
import type { Permission } from '../../../contract/vocabulary.ts'
import { useMay } from '../officers/use-me.ts'
import { Page } from '../ui/page.tsx'
import { MissingPage } from './missing-page.tsx'
import { useActiveInView } from './use-active-in-view.ts'

export type Section = { key: string; label: string; needs: Permission; Section: ComponentType }

/** A page of several, each under an address of its own (`/<path>/<key>`), those this officer may open; `first` without a key. */
export function SectionsPage(props: {
  path: string
  title: string
  first: string
  sections: Section[]
  above?: ReactNode
}) {
  const { path, title, sections } = props
  const may = useMay()
  const { section = props.first } = useParams()
  const shown = sections.filter(({ needs }) => may(needs))
  const nav = useActiveInView(section)
  const current = shown.find(({ key }) => key === section)
  if (!current) return <MissingPage />
  return (
    <Page title={title} tabTitle={`${current.label} · ${title}`}>
      <nav ref={nav} className="section-tabs" aria-label={title}>
        {shown.map(({ key, label }) => (
          <NavLink key={key} to={`/${path}/${key}`} className={key === section ? 'active' : ''}>
            {label}
          </NavLink>
        ))}
      </nav>
      {props.above}
      <current.Section />
    </Page>
  )
}
