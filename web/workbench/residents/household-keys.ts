/** What a deed on a household makes old on this screen. */
export const householdKeys = [
  ['household'],
  ['household-matters'],
  ['households'],
  ['resident'],
  ['residents'],
  ['village'],
]
