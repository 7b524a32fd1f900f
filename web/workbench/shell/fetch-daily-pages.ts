const afterMs = 4000

/** Fetches the pages of every day once the first one stands, so that they open where the signal is gone. */
export function fetchDailyPages(): () => void {
  const timer = setTimeout(() => {
    const pages = [
      import('../inbox/inbox-page.tsx'),
      import('../inbox/capture-page.tsx'),
      import('../appointments/appointments-page.tsx'),
      import('../cases/cases-page.tsx'),
      import('../cases/case-page.tsx'),
      import('../residents/residents-page.tsx'),
      import('../coverage/round-page.tsx'),
      import('../scripts/scripts-page.tsx'),
      import('../services/guides-page.tsx'),
    ]
    void Promise.allSettled(pages)
  }, afterMs)
  return () => clearTimeout(timer)
}
