import { useQuery } from '@tanstack/react-query'
import { Button, Image, Modal } from 'antd'
import { useState } from 'react'
import { fileAddress } from '../../api/files.ts'
import { type Message, readOlderMessages, showConversation } from '../../api/inbox.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { paperText } from '../../ui/text/workbench/papers.ts'
import { momentText } from '../../ui/time.ts'
import { Loaded } from './loaded.tsx'
import { useDeed } from './use-deed.ts'

/** The photos the resident sent in a talk, newest first, to be laid to a paper one by one. */
export function TalkPhotosDialog(props: {
  conversationId: string
  paper: string
  /** Those that lie there already. */
  there: string[]
  busy: boolean
  onPick: (fileId: string) => void
  onClose: () => void
}) {
  const { conversationId, there, busy } = props
  const [older, setOlder] = useState<Message[]>([])
  const [stillMore, setMore] = useState<boolean>()
  const query = useQuery({
    queryKey: ['conversation', conversationId, 'photos'],
    queryFn: () => showConversation(conversationId),
  })
  const more = useDeed((before: string) => readOlderMessages(conversationId, before), {
    onDone: (page) => {
      setOlder([...page.messages, ...older])
      setMore(page.more)
    },
  })
  return (
    <Modal
      open
      title={paperText.talkPhotos(props.paper)}
      footer={<Button onClick={props.onClose}>{commonText.close}</Button>}
      onCancel={props.onClose}
    >
      <Loaded query={query}>
        {(data) => {
          const messages = [...older, ...data.messages]
          const photos = messages
            .filter(({ direction }) => direction === 'inbound')
            .flatMap(({ files, sentAt }) =>
              files.filter(({ kind }) => kind === 'photo').map(({ id }) => ({ id, sentAt })),
            )
            .reverse()
          return (
            <>
              {photos.length === 0 && <p className="quiet">{paperText.noTalkPhotos}</p>}
              <ul className="paper-photos">
                {photos.map(({ id, sentAt }) => (
                  <li key={id}>
                    <Image
                      width={96}
                      height={96}
                      className="thumb"
                      src={fileAddress(id, 'thumb')}
                      preview={{ src: fileAddress(id, 'shown') }}
                      alt={momentText(sentAt)}
                    />
                    <span className="quiet">{momentText(sentAt)}</span>
                    <Button
                      size="small"
                      disabled={busy || there.includes(id)}
                      onClick={() => props.onPick(id)}
                    >
                      {there.includes(id) ? paperText.photoLaid : paperText.layPhoto}
                    </Button>
                  </li>
                ))}
              </ul>
              {(stillMore ?? data.more) && messages[0] && (
                <Button loading={more.isPending} onClick={() => more.mutate(messages[0]!.id)}>
                  {paperText.olderPhotos}
                </Button>
              )}
            </>
          )
        }}
      </Loaded>
    </Modal>
  )
}
