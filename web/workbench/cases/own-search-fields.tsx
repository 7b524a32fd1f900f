import { Form, InputNumber, Segmented } from 'antd'
import { searchTellers } from '../../../contract/cases.ts'
import type { OwnSearch } from '../../api/cases.ts'
import { caseText, searchTellerWords } from '../../ui/text/workbench/cases.ts'

export type OwnSearchParts = { hours?: number | null; minutes?: number | null; saidBy: OwnSearch['saidBy'] }

export const firstOwnSearch = (known: OwnSearch | null): OwnSearchParts => ({
  saidBy: known?.saidBy ?? 'asker',
  ...(known ? { hours: Math.floor(known.minutes / 60), minutes: known.minutes % 60 } : {}),
})

/** What was typed as the server takes it; null where nothing was. */
export function ownSearchOf({ hours, minutes, saidBy }: OwnSearchParts): OwnSearch | null {
  if (typeof hours !== 'number' && typeof minutes !== 'number') return null
  return { minutes: (hours ?? 0) * 60 + (minutes ?? 0), saidBy }
}

/** Whether this says something else than what is known. */
export const isNews = (search: OwnSearch | null, known: OwnSearch | null): search is OwnSearch =>
  search !== null && (search.minutes !== known?.minutes || search.saidBy !== known.saidBy)

/** How long she searched herself, in hours and minutes, and who said so. In a form with the fields under `ownSearch`. */
export function OwnSearchFields() {
  return (
    <>
      <Form.Item label={caseText.ownSearch} extra={caseText.ownSearchHint}>
        <div className="duration-fields">
          <Form.Item name={['ownSearch', 'hours']} noStyle>
            <InputNumber
              aria-label={caseText.ownSearchHours}
              min={0}
              max={719}
              precision={0}
              inputMode="numeric"
              suffix={caseText.ownSearchHours}
            />
          </Form.Item>
          <Form.Item name={['ownSearch', 'minutes']} noStyle>
            <InputNumber
              aria-label={caseText.ownSearchMinutes}
              min={0}
              max={59}
              precision={0}
              inputMode="numeric"
              suffix={caseText.ownSearchMinutes}
            />
          </Form.Item>
        </div>
      </Form.Item>
      <Form.Item name={['ownSearch', 'saidBy']} label={caseText.saidBy}>
        <Segmented options={searchTellers.map((value) => ({ value, label: searchTellerWords[value] }))} />
      </Form.Item>
    </>
  )
}
