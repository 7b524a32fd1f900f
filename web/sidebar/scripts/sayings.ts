import { recordSaying, type SidebarSaying } from '../../api/sidebar.ts'
import { createOutbox } from '../shell/outbox.ts'

/** What went into the chat with a person and is not yet in the inbox. */
export const sayings = createOutbox<SidebarSaying>('sidebar-sayings', recordSaying)
