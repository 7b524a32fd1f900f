import type { TemplateContent } from '../../../../../contract/broadcast-templates.ts'

/** A delivered template: who owns it and when it is read again is the station's. */
export type StarterTemplate = Omit<TemplateContent, 'ownerId' | 'reviewOn'> & { key: string }

/** What goes into the villages anyhow. */
export const everywhere = ['groups', 'page', 'loudspeaker'] satisfies TemplateContent['channels']
export const withMoments = ['groups', 'moments', 'page', 'loudspeaker'] satisfies TemplateContent['channels']

/** A loudspeaker alone does not reach everybody. */
export const careHearing = '耳背的、听不懂普通话的乡亲听不到大喇叭，请辅警或者邻居上门说一声。'
export const allYear = { seasonFrom: null, seasonTo: null }
