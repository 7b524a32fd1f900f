/** The columns of the table, those to do something about in the middle. */
export const shownReaches = ['reached', 'perhaps', 'away', 'phoneless', 'open', 'departed'] as const
