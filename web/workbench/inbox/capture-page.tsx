import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input, Result, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { clientKey } from '../../api/client-key.ts'
import { captureMessage, type Receipt } from '../../api/inbox.ts'
import { channelWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { Page } from '../ui/page.tsx'
import { PhotoStrip } from '../ui/photo-strip.tsx'
import { usePhotos } from '../ui/use-photos.ts'
import { VillageSelect } from '../ui/village-select.tsx'
import { WhenField } from '../ui/when-field.tsx'
import { captureForm, captureHeardAt, captureWays, emptyCapture } from './capture-form.ts'
import { CaptureWho } from './capture-who.tsx'
import './inbox.css'

/** What was said away from every channel, written down in seconds. What is typed survives leaving the page. */
export function CapturePage() {
  const form = captureForm.use()
  const [receipt, setReceipt] = useState<Receipt>()
  const [asked, setAsked] = useState(false)
  const set = (fields: Partial<typeof form>) => captureForm.set({ ...captureForm.get(), ...fields })
  const photos = usePhotos(form.files, (files) => set({ files }))
  const save = useMutation({
    mutationFn: () => {
      const { files, heardAt: _heardAt, contactId, residentId, villageId, ...said } = form
      return captureMessage({
        ...said,
        heardAt: captureHeardAt(form),
        fileIds: files.map(({ id }) => id),
        ...(contactId ? { contactId } : {}),
        ...(residentId ? { residentId } : {}),
        ...(villageId ? { villageId } : {}),
      })
    },
    onSuccess: (answer) => {
      setReceipt(answer)
      setAsked(false)
      captureForm.set({ ...emptyCapture, channel: form.channel, clientKey: clientKey() })
    },
  })
  const hasContent = form.body.trim() !== '' || form.files.length > 0
  if (receipt) {
    return (
      <Page title={inboxText.captureTitle}>
        <Result
          status={receipt.emergency ? 'warning' : 'success'}
          title={inboxText.captured(receipt.number)}
          subTitle={receipt.emergency ? inboxText.captureEmergency : undefined}
          extra={[
            <Link key="open" to={`/inbox/all/${receipt.conversationId}`}>
              <Button type="primary">{inboxText.captureOpen}</Button>
            </Link>,
            <Button key="more" onClick={() => setReceipt(undefined)}>
              {inboxText.captureMore}
            </Button>,
          ]}
        />
      </Page>
    )
  }
  const submit = () => {
    setAsked(true)
    if (hasContent && !photos.busy) save.mutate()
  }
  return (
    <Page title={inboxText.captureTitle}>
      <form
        className="capture card"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p className="quiet">{inboxText.captureHint}</p>
        <Segmented
          block
          value={form.channel}
          onChange={(channel) => set({ channel })}
          options={captureWays.map((value) => ({ value, label: channelWords[value] }))}
        />
        <label htmlFor="capture-body">{inboxText.captureText}</label>
        <Input.TextArea
          id="capture-body"
          autoFocus
          maxLength={4000}
          rows={4}
          placeholder={inboxText.capturePaste}
          status={asked && !hasContent ? 'error' : ''}
          value={form.body}
          onChange={(event) => set({ body: event.target.value })}
          onPaste={photos.paste}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
          }}
        />
        {asked && !hasContent && <p className="field-error">{inboxText.needContent}</p>}
        <PhotoStrip photos={photos} />
        <Button onClick={photos.choose}>{inboxText.attach}</Button>
        <CaptureWho form={form} set={set} />
        <div className="two-columns">
          <div>
            <label htmlFor="capture-village">{commonText.village}</label>
            <VillageSelect
              id="capture-village"
              className="full"
              value={form.villageId}
              onChange={(villageId) => set({ villageId: villageId ?? null })}
            />
          </div>
          <div>
            <label htmlFor="capture-told">{inboxText.captureTold}</label>
            <Input
              id="capture-told"
              maxLength={60}
              placeholder={inboxText.captureToldHint}
              value={form.toldBy}
              onChange={(event) => set({ toldBy: event.target.value })}
            />
          </div>
        </div>
        <WhenField
          label={inboxText.captureWhen}
          now={inboxText.captureNow}
          value={form.heardAt}
          onChange={(heardAt) => set({ heardAt })}
        />
        {save.error && <Alert type="error" showIcon title={save.error.message} role="alert" />}
        <Button
          type="primary"
          size="large"
          block
          htmlType="submit"
          loading={save.isPending}
          disabled={photos.busy}
        >
          {inboxText.captureSave}
        </Button>
      </form>
    </Page>
  )
}
