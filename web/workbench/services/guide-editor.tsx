import { useQuery } from '@tanstack/react-query'
import { Form, Modal, Tabs } from 'antd'
import { useState } from 'react'
import { changeGuide, type Guide, type GuideChange, listGuides } from '../../api/services.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { guideText } from '../../ui/text/workbench/services.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { useDeed } from '../ui/use-deed.ts'
import { useSafeClose } from '../ui/use-safe-close.ts'
import { changeFrom, draftOf, fieldsOf, type GuideFields } from './guide-fields.ts'
import { GuidePaperFields } from './guide-paper-fields.tsx'
import { GuidePreview } from './guide-preview.tsx'
import { GuideQuestionFields } from './guide-question-fields.tsx'
import { GuideWordFields } from './guide-word-fields.tsx'

/** Everything a guide says and asks, with the phone of a resident beside it. */
export function GuideEditor(props: {
  guide: Guide
  /** Where else what was changed goes. */
  save?: (change: GuideChange) => Promise<unknown>
  onClose: () => void
}) {
  const { onClose } = props
  // As it was when the editing began: a colleague's change that arrives meanwhile would be saved over unseen.
  const [guide] = useState(props.guide)
  const [form] = Form.useForm<GuideFields>()
  const close = useSafeClose(form, onClose)
  const phone = usePhone()
  const [tab, setTab] = useState('words')
  const guides = useQuery({ queryKey: ['guides', {}], queryFn: () => listGuides() })
  const others = (guides.data?.items ?? []).filter(({ slug }) => slug !== guide.slug)
  const watched: GuideFields | undefined = Form.useWatch([], form)
  const save = useDeed(
    (fields: GuideFields) => {
      const change = changeFrom(guide, fields)
      return props.save ? props.save(change) : changeGuide(guide.id, change as never)
    },
    {
      said: watched?.hidden ? guideText.savedHidden : guideText.saved,
      touches: [
        ['guides'],
        ['guide'],
        ['guide-rereads'],
        ['home'],
        ['edition-proposals'],
        ['edition-proposal'],
      ],
      onDone: onClose,
    },
  )
  const names = new Map(others.filter(({ hiddenAt }) => !hiddenAt).map(({ slug, name }) => [slug, name]))
  const preview = (
    <GuidePreview guide={watched?.name === undefined ? guide : draftOf(guide, watched, names)} />
  )
  const tabs = [
    { key: 'words', label: guideText.words, children: <GuideWordFields /> },
    { key: 'papers', label: guideText.materials, children: <GuidePaperFields /> },
    { key: 'questions', label: guideText.questions, children: <GuideQuestionFields guides={others} /> },
  ].map((tab) => ({ ...tab, forceRender: true }))
  return (
    <Modal
      open
      width={phone ? '100%' : 1120}
      title={`${guideText.edit}：${guide.name}`}
      okText={commonText.save}
      onCancel={close}
      onOk={form.submit}
      confirmLoading={save.isPending}
    >
      <div className="guide-editor">
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          preserve
          scrollToFirstError
          initialValues={fieldsOf(guide)}
          onFinish={(fields) => save.mutate(fields)}
          onFinishFailed={({ errorFields }) => setTab(tabOf(errorFields[0]?.name[0]))}
        >
          <Tabs
            activeKey={tab}
            onChange={setTab}
            items={phone ? [...tabs, { key: 'preview', label: guideText.preview, children: preview }] : tabs}
          />
        </Form>
        {!phone && preview}
      </div>
    </Modal>
  )
}

/** Where a field stands that is not filled in: it is shown, not only refused. */
const tabOf = (field: string | number | undefined) =>
  field === 'materials'
    ? 'papers'
    : field === 'questions' || field === 'conditionsWhen'
      ? 'questions'
      : 'words'
