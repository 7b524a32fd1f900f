import type { ReactNode } from 'react'
import { sidebarText } from '../../ui/text/sidebar.ts'
import { closeSheet, openSheet, type Sheet, sheets, useSheet } from '../shell/sheet.ts'
import { BookingForm } from './booking-form.tsx'
import { CaseForm } from './case-form.tsx'
import { PapersForm } from './papers-form.tsx'

const words: Record<Sheet, string> = {
  case: sidebarText.openCase,
  papers: sidebarText.papers,
  book: sidebarText.book,
}

/** The page with what can be done from it at the bottom, under the thumb; a form stands in its place while it is open. */
export function Actions({ children, of = sheets }: { children: ReactNode; of?: readonly Sheet[] }) {
  const sheet = useSheet(of)
  return (
    <>
      <main className="page with-actions" hidden={sheet !== null}>
        {children}
      </main>
      {sheet ? (
        <main className="page">
          <div className="sheet-head">
            <button type="button" onClick={closeSheet}>
              ‹ {sidebarText.back}
            </button>
            <h2 className="title">{words[sheet]}</h2>
          </div>
          {sheet === 'case' ? <CaseForm /> : sheet === 'papers' ? <PapersForm /> : <BookingForm />}
        </main>
      ) : (
        <nav className="actions">
          {of.map((each) => (
            <button key={each} type="button" onClick={() => openSheet(each)}>
              {words[each]}
            </button>
          ))}
        </nav>
      )}
    </>
  )
}
