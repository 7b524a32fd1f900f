import type { Voices } from './subjects.ts'
import { voicesAndTheirMirror } from './voices-and-their-mirror.ts'
import { voicesAndTheirMirror2 } from './voices-and-their-mirror-2.ts'
import { voicesAndTheirMirror3 } from './voices-and-their-mirror-3.ts'
import { voicesAndTheirMirror4 } from './voices-and-their-mirror-4.ts'
import { voicesAndTheirMirror5 } from './voices-and-their-mirror-5.ts'
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
import { voicesOfTheSeasons } from './voices-of-the-seasons.ts'
import { voicesOfTheSeasons2 } from './voices-of-the-seasons-2.ts'
import { voicesOfTheSeasons3 } from './voices-of-the-seasons-3.ts'
import { voicesOfTheSeasons4 } from './voices-of-the-seasons-4.ts'
import { voicesOfTheSeasons5 } from './voices-of-the-seasons-5.ts'
import { voicesOfWhoseMatter } from './voices-of-whose-matter.ts'
import { voicesOfWhoseMatter2 } from './voices-of-whose-matter-2.ts'
import { voicesOfWhoseMatter3 } from './voices-of-whose-matter-3.ts'
import { voicesOfWhoseMatter4 } from './voices-of-whose-matter-4.ts'
import { voicesOfWhoseMatter5 } from './voices-of-whose-matter-5.ts'

export const voices: Voices[] = [
  voicesAndTheirMirror,
  voicesAndTheirMirror2,
  voicesAndTheirMirror3,
  voicesAndTheirMirror4,
  voicesAndTheirMirror5,
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
  voicesOfTheSeasons,
  voicesOfTheSeasons2,
  voicesOfTheSeasons3,
  voicesOfTheSeasons4,
  voicesOfTheSeasons5,
  voicesOfWhoseMatter,
  voicesOfWhoseMatter2,
  voicesOfWhoseMatter3,
  voicesOfWhoseMatter4,
  voicesOfWhoseMatter5,
]
