import { fireTemplates } from './fire.ts'
import { fraudTemplates } from './fraud.ts'
import type { StarterTemplate } from './starter-template.ts'
import { weatherTemplates } from './weather.ts'
import { yearTemplates } from './year.ts'

/** What a new station begins with. Sentences of our own; the facts behind each stand in its basis. */
export const starterTemplates: StarterTemplate[] = [
  ...weatherTemplates,
  ...fireTemplates,
  ...fraudTemplates,
  ...yearTemplates,
]
