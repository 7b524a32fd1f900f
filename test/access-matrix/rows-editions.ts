import type { Row } from './row.ts'

const open = `with d as (delete from edition_decisions where proposal_id = $1 returning subject_id)
  update scripts set delivered_code = null where id in (select subject_id from d)`
const because = 'delivered scripts and guides, unfilled'

/** What came with a newer version of the system. */
export const editionRows: Row[] = [
  {
    route: 'GET /api/edition-proposals',
    access: 'scripts.approve',
    recorded: { because },
    query: () => ({ decided: 'true' }),
  },
  {
    route: 'GET /api/edition-proposals/:id',
    access: 'scripts.approve',
    recorded: { because },
    params: { id: 'editionProposal' },
  },
  {
    route: 'POST /api/edition-acceptances',
    access: 'scripts.approve',
    // Once it is decided it is decided: editions.test.ts takes over, many and one.
    bodies: [({ editionProposal }) => ({ items: [{ id: editionProposal, presentVersion: 0 }] })],
    succeeds: false,
  },
  {
    route: 'POST /api/edition-proposals/:id/adaptation',
    access: 'scripts.approve',
    params: { id: 'editionProposal' },
    bodies: [
      () => ({
        script: {
          title: '办证要带什么',
          body: '您好，请带户口簿。',
          keywords: ['办证'],
          basis: '户口登记条例',
          expiresOn: '2099-01-01',
          topic: '户籍',
          spoken: '请带户口簿来。',
          stage: null,
          sources: ['户口登记条例'],
          askedAs: ['办证要带户口簿不'],
          submit: true,
        },
      }),
    ],
    reset: open,
  },
  {
    route: 'POST /api/edition-proposals/:id/declination',
    access: 'scripts.approve',
    params: { id: 'editionProposal' },
    bodies: [() => ({ reason: '所里不这么说' })],
    reset: open,
  },
]
