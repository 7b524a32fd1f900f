import type { Voices } from './subjects.ts'
import { voicesAndTheirMirror } from './voices-and-their-mirror.ts'
import { voicesAndTheirMirror2 } from './voices-and-their-mirror-2.ts'
import { voicesAndTheirMirror3 } from './voices-and-their-mirror-3.ts'
import { voicesAndTheirMirror4 } from './voices-and-their-mirror-4.ts'
import { voicesAndTheirMirror5 } from './voices-and-their-mirror-5.ts'
import { voicesBehindDoors } from './voices-behind-doors.ts'
import { voicesBehindDoors2 } from './voices-behind-doors-2.ts'
import { voicesBehindDoors3 } from './voices-behind-doors-3.ts'
import { voicesBehindDoors4 } from './voices-behind-doors-4.ts'
import { voicesBehindDoors5 } from './voices-behind-doors-5.ts'
import { voicesBetweenTwo } from './voices-between-two.ts'
import { voicesBetweenTwo2 } from './voices-between-two-2.ts'
import { voicesBetweenTwo3 } from './voices-between-two-3.ts'
import { voicesBetweenTwo4 } from './voices-between-two-4.ts'
import { voicesBetweenTwo5 } from './voices-between-two-5.ts'
import { voicesByForm } from './voices-by-form.ts'
import { voicesByForm2 } from './voices-by-form-2.ts'
import { voicesByForm3 } from './voices-by-form-3.ts'
import { voicesByForm4 } from './voices-by-form-4.ts'
import { voicesHardToRead } from './voices-hard-to-read.ts'
import { voicesHardToRead2 } from './voices-hard-to-read-2.ts'
import { voicesHardToRead3 } from './voices-hard-to-read-3.ts'
import { voicesHardToRead4 } from './voices-hard-to-read-4.ts'
import { voicesInDanger } from './voices-in-danger.ts'
import { voicesOfCalm } from './voices-of-calm.ts'
import { voicesOfCalm2 } from './voices-of-calm-2.ts'
import { voicesOfEveryDay } from './voices-of-every-day.ts'
import { voicesOfEveryDay2 } from './voices-of-every-day-2.ts'
import { voicesOfEveryDay3 } from './voices-of-every-day-3.ts'
import { voicesOfEveryDay4 } from './voices-of-every-day-4.ts'
import { voicesOfMoney } from './voices-of-money.ts'
import { voicesOfMoney2 } from './voices-of-money-2.ts'
import { voicesOfMoney3 } from './voices-of-money-3.ts'
import { voicesOfMoney4 } from './voices-of-money-4.ts'
import { voicesOfMoney5 } from './voices-of-money-5.ts'
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
import { voicesOfWorkAndRoad } from './voices-of-work-and-road.ts'
import { voicesOfWorkAndRoad2 } from './voices-of-work-and-road-2.ts'
import { voicesOfWorkAndRoad3 } from './voices-of-work-and-road-3.ts'
import { voicesOfWorkAndRoad4 } from './voices-of-work-and-road-4.ts'
import { voicesOfWorkAndRoad5 } from './voices-of-work-and-road-5.ts'
import { voicesSaidSideways } from './voices-said-sideways.ts'
import { voicesSaidSideways2 } from './voices-said-sideways-2.ts'
import { voicesSaidSideways3 } from './voices-said-sideways-3.ts'
import { voicesSaidSideways4 } from './voices-said-sideways-4.ts'
import { voicesThatAskForLaw } from './voices-that-ask-for-law.ts'
import { voicesThatAskForLaw2 } from './voices-that-ask-for-law-2.ts'
import { voicesThatAskForLaw3 } from './voices-that-ask-for-law-3.ts'
import { voicesThatAskForLaw4 } from './voices-that-ask-for-law-4.ts'
import { voicesThatAskForLaw5 } from './voices-that-ask-for-law-5.ts'
import { voicesThatAskTheWrongDoor } from './voices-that-ask-the-wrong-door.ts'
import { voicesThatAskTheWrongDoor2 } from './voices-that-ask-the-wrong-door-2.ts'
import { voicesThatAskTheWrongDoor3 } from './voices-that-ask-the-wrong-door-3.ts'
import { voicesThatAskTheWrongDoor4 } from './voices-that-ask-the-wrong-door-4.ts'
import { voicesThatAskTheWrongDoor5 } from './voices-that-ask-the-wrong-door-5.ts'

export const voices: Voices[] = [
  voicesAndTheirMirror,
  voicesAndTheirMirror2,
  voicesAndTheirMirror3,
  voicesAndTheirMirror4,
  voicesAndTheirMirror5,
  voicesBehindDoors,
  voicesBehindDoors2,
  voicesBehindDoors3,
  voicesBehindDoors4,
  voicesBehindDoors5,
  voicesBetweenTwo,
  voicesBetweenTwo2,
  voicesBetweenTwo3,
  voicesBetweenTwo4,
  voicesBetweenTwo5,
  voicesByForm,
  voicesByForm2,
  voicesByForm3,
  voicesByForm4,
  voicesHardToRead,
  voicesHardToRead2,
  voicesHardToRead3,
  voicesHardToRead4,
  voicesInDanger,
  voicesOfCalm,
  voicesOfCalm2,
  voicesOfEveryDay,
  voicesOfEveryDay2,
  voicesOfEveryDay3,
  voicesOfEveryDay4,
  voicesOfMoney,
  voicesOfMoney2,
  voicesOfMoney3,
  voicesOfMoney4,
  voicesOfMoney5,
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
  voicesOfWorkAndRoad,
  voicesOfWorkAndRoad2,
  voicesOfWorkAndRoad3,
  voicesOfWorkAndRoad4,
  voicesOfWorkAndRoad5,
  voicesSaidSideways,
  voicesSaidSideways2,
  voicesSaidSideways3,
  voicesSaidSideways4,
  voicesThatAskForLaw,
  voicesThatAskForLaw2,
  voicesThatAskForLaw3,
  voicesThatAskForLaw4,
  voicesThatAskForLaw5,
  voicesThatAskTheWrongDoor,
  voicesThatAskTheWrongDoor2,
  voicesThatAskTheWrongDoor3,
  voicesThatAskTheWrongDoor4,
  voicesThatAskTheWrongDoor5,
]
