import { readBroadcastFigures } from '../../api/broadcasts.ts'

/** Also asked for by the menu, which bears how many wait for me. */
export const broadcastFigures = { queryKey: ['broadcasts', 'figures'], queryFn: readBroadcastFigures }
