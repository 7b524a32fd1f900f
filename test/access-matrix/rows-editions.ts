import type { Row } from './row.ts'
import { draft, guideChange, pictured } from './rows-services.ts'

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
    route: 'POST /api/edition-proposals/:id/script-version',
    access: 'scripts.approve',
    params: { id: 'editionProposal' },
    bodies: [() => draft, ({ officerFile }) => ({ ...draft, ...pictured(officerFile) })],
    reset: open,
  },
  {
    route: 'POST /api/edition-proposals/:id/guide-change',
    access: 'services.write',
    params: { id: 'editionGuide' },
    bodies: [guideChange],
    reset: 'delete from edition_decisions where proposal_id = $1',
  },
  {
    route: 'POST /api/edition-proposals/:id/declination',
    access: 'scripts.approve',
    params: { id: 'editionProposal' },
    bodies: [() => ({ reason: '所里不这么说' })],
    reset: open,
  },
]
