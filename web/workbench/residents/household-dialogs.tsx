import type { HouseholdPage, HouseholdPerson } from '../../api/households.ts'
import { AbsenceDialog } from './absence-dialog.tsx'
import { ArrivalDialog } from './arrival-dialog.tsx'
import { EndDialog } from './end-dialog.tsx'
import { HouseholdEditDialog } from './household-edit-dialog.tsx'
import { LeavingDialog } from './leaving-dialog.tsx'
import { MergeHouseholdDialog } from './merge-household-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'

export type HouseholdDeed =
  | { do: 'edit' | 'arrive' | 'split' | 'merge' | 'end' }
  | { do: 'leave'; person: HouseholdPerson; onlyRegistered?: boolean }
  | { do: 'away' | 'back'; person: HouseholdPerson }

/** The dialog of the deed that is being done. */
export function HouseholdDialogs(props: {
  household: HouseholdPage
  deed: HouseholdDeed | null
  onClose: () => void
}) {
  const { household, deed, onClose } = props
  const rest = { household, onClose }
  switch (deed?.do) {
    case 'edit':
      return <HouseholdEditDialog {...rest} />
    case 'arrive':
      return <ArrivalDialog {...rest} />
    case 'leave':
      return <LeavingDialog {...rest} person={deed.person} onlyRegistered={deed.onlyRegistered ?? false} />
    case 'away':
    case 'back':
      return <AbsenceDialog {...rest} person={deed.person} />
    case 'split':
      return <SplitDialog {...rest} />
    case 'merge':
      return <MergeHouseholdDialog {...rest} />
    case 'end':
      return <EndDialog {...rest} />
    default:
      return null
  }
}
