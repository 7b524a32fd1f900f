import { Alert, Button, Input, Modal, Popconfirm } from 'antd'
import { type ReactNode, useState } from 'react'
import { correctTranscript, type Transcript } from '../../api/transcripts.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { transcriptText as text } from '../../ui/text/workbench/transcripts.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { useDeed } from '../ui/use-deed.ts'

/**
 * What a machine heard in a recording, marked as such, until a person has listened and says what is right. Its children
 * stand beside what she may do.
 */
export function TranscriptView({ transcript, children }: { transcript: Transcript; children: ReactNode }) {
  const { id, state, text: words, failure, danger, correctedBy, correctedAt } = transcript
  const may = useMay()
  const [writing, setWriting] = useState(false)
  const strike = useDeed(() => correctTranscript(id, null), { said: text.saved, touches: [['conversation']] })
  const by = [correctedBy?.name ?? '', correctedAt ? momentText(correctedAt) : ''] as const
  const line = {
    waiting: failure ? text.retried(failure) : text.waiting,
    failed: `${text.failed}${failure ? `（${failure}）` : ''}`,
    heard: words === '' ? text.nothing : text.heard,
    corrected: text.corrected(...by),
    struck: text.struck(...by),
  }[state]
  const settled = state !== 'waiting'
  return (
    <div className="transcript">
      {danger !== null && state === 'heard' && (
        <Alert className="gap-below" type="error" showIcon title={text.danger(danger)} />
      )}
      {words !== '' && <p className="pre-line">{words}</p>}
      <p className="quiet">
        {line}{' '}
        {settled && may('conversations.write') && (
          <>
            <Button type="link" size="small" onClick={() => setWriting(true)}>
              {words === '' ? text.write : text.correct}
            </Button>
            {state !== 'struck' && words !== '' && (
              <Popconfirm
                title={text.strikeSure}
                okText={text.strike}
                cancelText={commonText.cancel}
                onConfirm={() => strike.mutate()}
              >
                <Button type="link" size="small" loading={strike.isPending}>
                  {text.strike}
                </Button>
              </Popconfirm>
            )}
          </>
        )}
        {children}
      </p>
      {writing && <WriteDialog id={id} words={words} onClose={() => setWriting(false)} />}
    </div>
  )
}

function WriteDialog(props: { id: string; words: string; onClose: () => void }) {
  const [words, setWords] = useState(props.words)
  const save = useDeed(() => correctTranscript(props.id, words.trim()), {
    said: text.saved,
    touches: [['conversation']],
    onDone: props.onClose,
  })
  return (
    <Modal
      open
      title={text.words}
      okText={commonText.save}
      cancelText={commonText.cancel}
      okButtonProps={{ disabled: words.trim() === '' }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={props.onClose}
    >
      <Input.TextArea
        autoFocus
        aria-label={text.words}
        rows={6}
        maxLength={8000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
    </Modal>
  )
}
