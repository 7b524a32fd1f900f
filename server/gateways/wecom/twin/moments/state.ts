export type MomentJob = {
  jobId: string
  createdAt: number
  errcode: number
  momentId: string
  invalidUsers: string[]
  invalidTags: string[]
}

export type Moment = {
  momentId: string
  createdAt: number
  text: string
  attachments: unknown[]
  /** 0 not yet, 1 published, by member. */
  tasks: Map<string, 0 | 1>
  tags: string[]
  comments: { userid: string; externalUserId: string; content: string; at: number }[]
  cancelled: boolean
}

export type MomentState = {
  jobs: Map<string, MomentJob>
  moments: Map<string, Moment>
  failures: number[]
}

export const createMomentState = (): MomentState => ({ jobs: new Map(), moments: new Map(), failures: [] })
