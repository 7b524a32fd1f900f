import type { FigureRow } from '../../api/statistics.ts'

/**
 * Where a row behind a figure is looked at. A household is its people, found by their door; a contact is what was asked
 * through it. Groups have no page.
 */
export function placeOfRow({ kind, id, label }: Pick<FigureRow, 'kind' | 'id' | 'label'>): string | null {
  switch (kind) {
    case 'conversation':
      return `/inbox/all/${id}`
    case 'case':
      return `/cases/${id}`
    case 'script':
      return `/scripts/${id}`
    case 'contact':
      return `/inbox/all?contact=${id}`
    case 'household':
      return label ? `/residents?text=${encodeURIComponent(label)}` : null
    default:
      return null
  }
}
