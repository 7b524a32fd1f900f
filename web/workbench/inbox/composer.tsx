import { PaperClipOutlined } from '@ant-design/icons'
import { App, Button, Tabs } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { type Conversation, type FileRef, tellTyping } from '../../api/inbox.ts'
import { missingVariables } from '../../ui/missing-in-text.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { useColleagues, useMay } from '../officers/use-me.ts'
import { PhotoStrip } from '../ui/photo-strip.tsx'
import { usePhotos } from '../ui/use-photos.ts'
import { ComposerText } from './composer-text.tsx'
import { DraftNote } from './draft-note.tsx'
import {
  changeDraft,
  type DraftKind,
  draftKey,
  draftOf,
  drafts,
  finishDraft,
  releaseDrafts,
} from './drafts.ts'
import { LineStopped } from './line-stopped.tsx'
import { MachineDraftBox } from './machine-draft.tsx'
import { type Filled, MissingVariables } from './missing-variables.tsx'
import { enqueue } from './outbox.ts'
import { ScriptSuggestions } from './script-suggestions.tsx'
import { type InsertedScript, usedScripts } from './used-scripts.ts'

const typingEveryMs = 3000
const longest = 2000
const mostFiles = 9

/** Where the answer or the note is written. What is typed belongs to the draft store, not to this component. */
export function Composer({ data, onWhy }: { data: Conversation; onWhy: () => void }) {
  const { id, closedAt, contact } = data.conversation
  const may = useMay()
  const { message } = App.useApp()
  const colleagues = useColleagues()
  const { mayHandle } = data
  const [chosen, setKind] = useState<DraftKind>('outbound')
  const kind = mayHandle ? chosen : 'note'
  const local = drafts.use()[draftKey(id, kind)]
  const draft = draftOf(local, kind, data)
  const photos = usePhotos(draft.files, (files) =>
    changeDraft(id, kind, { files, body: draft.body, scripts: draft.scripts }),
  )
  const used = usedScripts(draft.scripts, draft.body)
  const lastTyping = useRef(0)
  useEffect(() => () => releaseDrafts(id), [id])
  const missing = kind === 'outbound' ? missingVariables(draft.body) : []
  const closed = !!closedAt && kind === 'outbound'
  const stopped = !closed && kind === 'outbound' && !!data.replyLine?.stopped
  const ready =
    (draft.body.trim() !== '' || (kind === 'outbound' && draft.files.length > 0)) &&
    missing.length === 0 &&
    !photos.busy &&
    !closed &&
    !stopped
  const write = (body: string) => {
    changeDraft(id, kind, { body, files: draft.files, scripts: body.trim() ? draft.scripts : [] })
    if (kind === 'outbound' && Date.now() - lastTyping.current > typingEveryMs) {
      lastTyping.current = Date.now()
      void tellTyping(id).catch(() => {})
    }
  }
  const insert = (
    { id: scriptId, version, title, body: words }: InsertedScript,
    filled: string,
    along: readonly FileRef[],
  ) => {
    setKind('outbound')
    const before = draftOf(drafts.get()[draftKey(id, 'outbound')], 'outbound', data)
    const body = before.body.trim() ? `${before.body.trimEnd()}\n${filled}` : filled
    // Half a script may say the opposite of the whole.
    if (body.length > longest) return void message.warning(inboxText.noRoom(longest))
    const others = usedScripts(before.scripts, before.body).filter((each) => each.id !== scriptId)
    const scripts = [...others, { id: scriptId, version, title, body: words }]
    const known = new Set(before.files.map(({ id: fileId }) => fileId))
    const files = [...before.files, ...along.filter((file) => !known.has(file.id))]
    if (files.length > mostFiles) return void message.warning(inboxText.noRoomForFiles(mostFiles))
    changeDraft(id, 'outbound', { body, scripts, files })
  }
  const insertText = (text: string, into: DraftKind = 'outbound') => {
    setKind(into)
    const before = draftOf(drafts.get()[draftKey(id, into)], into, data)
    const body = before.body.trim() ? `${before.body.trimEnd()}\n${text}` : text
    if (body.length > longest) return void message.warning(inboxText.noRoom(longest))
    changeDraft(id, into, { body, scripts: before.scripts, files: before.files })
  }
  const fill = (values: Filled) => {
    const before = draftOf(drafts.get()[draftKey(id, kind)], kind, data)
    const body = Object.entries(values).reduce(
      (text, [name, value]) => text.replaceAll(`{${name}}`, () => value),
      before.body,
    )
    if (body.length > longest) return void message.warning(inboxText.noRoom(longest))
    changeDraft(id, kind, { body, scripts: before.scripts, files: before.files })
  }
  const send = () => {
    if (!ready) return
    const mentions =
      kind === 'note'
        ? colleagues.filter(({ name }) => draft.body.includes(`@${name}`)).map((each) => each.id)
        : []
    const { body, files } = draft
    enqueue(
      {
        conversationId: id,
        contactId: contact.id,
        kind,
        body: body.trim(),
        files,
        scripts: used,
        mentions: mentions.slice(0, 10),
      },
      finishDraft(id, kind),
    )
  }
  if (!may('conversations.write')) return null
  return (
    <section className={`composer ${kind}`}>
      {!closedAt && !data.replyLine?.stopped && mayHandle && (
        <ScriptSuggestions conversationId={id} onInsert={insert} onInsertText={insertText} onWhy={onWhy} />
      )}
      {!closedAt && !data.replyLine?.stopped && mayHandle && (
        <MachineDraftBox
          key={id}
          conversationId={id}
          onUse={(words, made) => insertText(words, made === 'reply' ? 'outbound' : 'note')}
        />
      )}
      <Tabs
        size="small"
        activeKey={kind}
        onChange={(key) => setKind(key as DraftKind)}
        items={[
          ...(mayHandle ? [{ key: 'outbound', label: inboxText.reply }] : []),
          { key: 'note', label: inboxText.note },
        ]}
        tabBarExtraContent={<DraftNote draft={draft} />}
      />
      {closed ? (
        <p className="quiet pad">{inboxText.closedHint}</p>
      ) : stopped ? (
        <LineStopped data={data} />
      ) : (
        <>
          {!mayHandle && <p className="quiet pad">{inboxText.onlyMentioned}</p>}
          {kind === 'outbound' && !data.contact.door && (
            <p className="no-door" role="note">
              {inboxText.noDoor}
            </p>
          )}
          <ComposerText
            key={`${id} ${kind}`}
            conversationId={id}
            kind={kind}
            value={draft.body}
            onChange={write}
            onSend={send}
            onPaste={photos.paste}
            onPick={(script, rest) => {
              write(rest)
              insert({ ...script, id: script.scriptId }, script.filled, script.files)
            }}
          />
          <MissingVariables missing={missing} onFill={fill} />
          {kind === 'outbound' && <PhotoStrip photos={photos} />}
          <div className="composer-foot">
            {kind === 'outbound' && (
              <Button type="text" icon={<PaperClipOutlined />} onClick={photos.choose}>
                {inboxText.attach}
              </Button>
            )}
            {used.length > 0 && (
              <span className="quiet one-line">
                {inboxText.usedScripts(used.map(({ title }) => title).join('、'))}
              </span>
            )}
            <Button type="primary" disabled={!ready} onClick={send}>
              {kind === 'note' ? inboxText.keepNote : inboxText.send}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
