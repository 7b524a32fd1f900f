import type { Office, Scenario } from '../../../../../contract/vocabulary.ts'
import { voicesByForm } from './voices-by-form.ts'
import { voicesByForm2 } from './voices-by-form-2.ts'
import { voicesByForm3 } from './voices-by-form-3.ts'
import { voicesByForm4 } from './voices-by-form-4.ts'
import { voicesInDanger } from './voices-in-danger.ts'
import { voicesOfCalm } from './voices-of-calm.ts'
import { voicesOfCalm2 } from './voices-of-calm-2.ts'
import { voicesOfEveryDay } from './voices-of-every-day.ts'
import { voicesOfEveryDay2 } from './voices-of-every-day-2.ts'
import { voicesOfEveryDay3 } from './voices-of-every-day-3.ts'
import { voicesOfEveryDay4 } from './voices-of-every-day-4.ts'

type Subject = Exclude<Scenario, 'other_office'> | Office

/** Messages as whole people write them, of every subject, urgent and calm, with the same everyday words in both. */
export type Voices = { urgent: Partial<Record<Subject, string[]>>; calm: Partial<Record<Subject, string[]>> }

export const voices: Voices[] = [
  voicesByForm,
  voicesByForm2,
  voicesByForm3,
  voicesByForm4,
  voicesInDanger,
  voicesOfCalm,
  voicesOfCalm2,
  voicesOfEveryDay,
  voicesOfEveryDay2,
  voicesOfEveryDay3,
  voicesOfEveryDay4,
]
