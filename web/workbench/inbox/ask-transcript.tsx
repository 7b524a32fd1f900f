import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { isTranscriptionOn } from '../../api/language.ts'
import { askForTranscript, type Transcript } from '../../api/transcripts.ts'
import { transcriptText as text } from '../../ui/text/workbench/transcripts.ts'
import { useMay } from '../officers/use-me.ts'
import { useDeed } from '../ui/use-deed.ts'

type Recording = { conversationId: string; messageId: string; fileId: string }

/** Has a machine hear a recording that came before that was switched on, or that it did not manage. */
export function AskTranscript({ recording, heard }: { recording: Recording; heard: Transcript | undefined }) {
  const { conversationId, messageId, fileId } = recording
  const may = useMay()
  const open = !heard || heard.state === 'failed'
  const { data } = useQuery({
    queryKey: ['transcription-on'],
    queryFn: isTranscriptionOn,
    staleTime: 60_000,
    enabled: open && may('conversations.write'),
  })
  const ask = useDeed(() => askForTranscript(conversationId, messageId, fileId), {
    said: text.asked,
    touches: [['conversation', conversationId]],
  })
  if (!open || !data?.on) return null
  return (
    <Button type="link" size="small" loading={ask.isPending} onClick={() => ask.mutate()}>
      {heard ? text.askAgain : text.ask}
    </Button>
  )
}
