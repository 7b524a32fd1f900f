/** What a decision makes old on the screen. */
export const proposalTouches = [
  ['edition-proposals'],
  ['edition-proposal'],
  ['scripts'],
  ['script'],
  ['guides'],
  ['guide'],
  ['guide-rereads'],
  ['home'],
]
