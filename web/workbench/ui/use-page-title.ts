import { useEffect } from 'react'
import { commonText } from '../../ui/text/workbench/common.ts'

/** The name of the page in the tab, the most particular word first. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · ${commonText.product}` : commonText.product
  }, [title])
}
