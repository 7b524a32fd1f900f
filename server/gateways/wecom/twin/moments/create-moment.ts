import { memberFor } from '../corporation/corporation.ts'
import { type Call, get, post } from '../http/call.ts'
import { countIn } from '../http/rates.ts'
import { list, need, object, text, whole } from '../http/shapes.ts'
import { mediaFor } from '../media/media.ts'
import type { MediaKind } from '../media/state.ts'
import { Refusal, wordsOf } from '../refusal.ts'
import type { World } from '../world.ts'

const mediaId = need(text(), 41006)
const attachment = object({
  msgtype: need(text()),
  image: object({ media_id: mediaId }),
  video: object({ media_id: mediaId }),
  link: object({ title: text({ bytes: 64 }), url: need(text({ bytes: 1024 })), media_id: mediaId }),
})
type Attachment = { msgtype: string; [type: string]: unknown }
const mostImages = 9

export const createMomentCalls: Call[] = [
  post('externalcontact/add_moment_task', {
    permission: 'contact',
    fields: object({
      text: object({ content: text({ bytes: 4000, chars: 2000 }) }),
      attachments: list(attachment, { most: mostImages, code: 41080 }),
      visible_range: object({
        sender_list: object({ user_list: list(text()), department_list: list(whole()) }),
        external_contact_list: object({ tag_list: list(text()) }),
      }),
    }),
    answer(world, { text: words, attachments = [], visible_range }, { app }) {
      countIn(world, 'moments', 60_000, world.settings.moments.creationsPerMinute)
      if (!words?.content && attachments.length === 0) throw new Refusal(40063, 'text or attachments')
      checkAttachments(world, attachments)
      const everyone = [...world.corporation.members.keys()]
      const wanted = visible_range?.sender_list?.user_list ?? everyone
      const valid = wanted.filter((userid) => isValid(() => memberFor(world, app, userid)))
      const tags = visible_range?.external_contact_list?.tag_list ?? []
      const known = new Set([...world.contacts.tagGroups.values()].flatMap((group) => [...group.tags.keys()]))
      const draw = world.random('moments')
      const jobId = `jobEMU${draw.letters(24)}`
      const momentId = `momEMU${draw.letters(26)}`
      const errcode = world.moments.failures.shift() ?? (valid.length === 0 ? 81013 : 0)
      world.moments.jobs.set(jobId, {
        jobId,
        createdAt: world.clock.now(),
        errcode,
        momentId,
        invalidUsers: wanted.filter((userid) => !valid.includes(userid)),
        invalidTags: tags.filter((tag) => !known.has(tag)),
      })
      if (errcode === 0) {
        world.moments.moments.set(momentId, {
          momentId,
          createdAt: world.clock.now(),
          text: words?.content ?? '',
          attachments,
          tasks: new Map(valid.map((userid) => [userid, 0])),
          tags,
          comments: [],
          cancelled: false,
        })
      }
      return { jobid: jobId }
    },
  }),
  get('externalcontact/get_moment_task_result', {
    permission: 'contact',
    fields: object({ jobid: need(text({ bytes: 64 })) }),
    answer(world, { jobid }) {
      const { startMs, runMs, jobLifeMs } = world.settings.moments
      const job = world.moments.jobs.get(jobid)
      const age = job ? world.clock.now() - job.createdAt : 0
      if (!job || age >= jobLifeMs) throw new Refusal(40058, 'jobid')
      const status = age < startMs ? 1 : age < startMs + runMs ? 2 : 3
      if (status < 3) return { status, type: 'add_moment_task' }
      const result = {
        errcode: job.errcode,
        errmsg: job.errcode === 0 ? 'ok' : wordsOf(job.errcode),
        ...(job.errcode === 0 && { moment_id: job.momentId }),
        invalid_sender_list: { user_list: job.invalidUsers, department_list: [] },
        invalid_external_contact_list: { tag_list: job.invalidTags },
      }
      return { status, type: 'add_moment_task', result }
    },
  }),
]

/** Pictures, or one video, or one link; their media uploaded for moments (41072). */
function checkAttachments(world: World, attachments: Attachment[]): void {
  const types = new Set(attachments.map(({ msgtype }) => msgtype))
  if (types.size > 1 || (attachments.length > 1 && !types.has('image')))
    throw new Refusal(41064, 'one kind of attachment')
  for (const one of attachments) {
    const body = one[one.msgtype] as { media_id?: string } | undefined
    if (!body?.media_id) throw new Refusal(41064, one.msgtype)
    const kind: MediaKind = one.msgtype === 'video' ? 'video' : 'image'
    mediaFor(world, body.media_id, [kind], ['moment'])
  }
}

function isValid(check: () => unknown): boolean {
  try {
    check()
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
