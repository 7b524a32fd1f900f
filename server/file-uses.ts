import { appointmentFiles } from './domains/appointments/appointment-files.ts'
import { broadcastFiles } from './domains/broadcasts/broadcast-files.ts'
import { caseFiles } from './domains/cases/case-files.ts'
import { messageFiles } from './domains/inbox/message-files.ts'
import { scriptFiles } from './domains/scripts/script-files.ts'
import type { FileUse } from './platform/files/file-use.ts'

/** The one list of what files hang on: it decides who sees a file and which are no longer needed. */
export const fileUses: FileUse[] = [messageFiles, caseFiles, appointmentFiles, broadcastFiles, scriptFiles]
