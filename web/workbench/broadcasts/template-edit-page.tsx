import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import { capCategories } from '../../../contract/cap-words.ts'
import { broadcastChannels, broadcastKinds, broadcastUrgencies } from '../../../contract/vocabulary.ts'
import {
  type BroadcastTemplate,
  changeTemplate,
  createTemplate,
  showTemplate,
  type TemplateContent,
} from '../../api/broadcast-templates.ts'
import { categoryWords, templateText } from '../../ui/text/workbench/broadcast-templates.ts'
import { channelWords, kindWords, urgencyWords } from '../../ui/text/workbench/broadcasts.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { addDays, stationDay } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { OfficerSelect } from '../ui/officer-select.tsx'
import { Page } from '../ui/page.tsx'
import { useDeed } from '../ui/use-deed.ts'
import './broadcasts.css'
import './cap.css'

type Fields = Omit<TemplateContent, 'seasonFrom' | 'seasonTo'> & { seasonFrom: string; seasonTo: string }

/** A new template, or a new version of one; what was said before stays in its history. */
export function TemplateEditPage() {
  const { id } = useParams()
  const query = useQuery({
    queryKey: ['broadcast-template', id],
    queryFn: () => showTemplate(id!),
    enabled: id !== undefined,
    // What is being typed is not asked for again under the hand.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const above = <Link to={`/broadcasts/templates${id ? `/${id}` : ''}`}>← {templateText.title}</Link>
  return (
    <Page title={id ? templateText.edit : templateText.add} above={above}>
      {id === undefined ? (
        <Editor template={null} />
      ) : (
        <Loaded query={query}>
          {({ template }) => <Editor key={template.version} template={template} />}
        </Loaded>
      )}
    </Page>
  )
}

function Editor({ template }: { template: BroadcastTemplate | null }) {
  const navigate = useNavigate()
  const [form] = Form.useForm<Fields>()
  const save = useDeed(
    async ({ seasonFrom, seasonTo, ...fields }: Fields) => {
      const content = {
        ...fields,
        ownerId: fields.ownerId ?? null,
        seasonFrom: seasonFrom.trim() || null,
        seasonTo: seasonTo.trim() || null,
      }
      if (!template) return (await createTemplate(content)).id
      await changeTemplate(template.id, { ...content, version: template.version })
      return template.id
    },
    {
      said: templateText.saved,
      touches: [['broadcast-templates'], ...(template ? [['broadcast-template', template.id]] : [])],
      onDone: (id) => void navigate(`/broadcasts/templates/${id}`),
    },
  )
  const needed = [{ required: true, message: commonText.required }]
  const day = [{ pattern: /^(\d\d-\d\d)?$/, message: '04-01' }]
  return (
    <Card>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={template ? fieldsOf(template) : empty()}
        onFinish={(fields) => save.mutate(fields)}
        scrollToFirstError
      >
        <Form.Item name="title" label={templateText.titleField} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="body" label={templateText.text} rules={needed} extra={templateText.variables}>
          <Input.TextArea rows={5} maxLength={1200} />
        </Form.Item>
        <Form.Item name="spoken" label={templateText.spoken} rules={needed} extra={templateText.spokenHint}>
          <Input.TextArea rows={4} maxLength={500} />
        </Form.Item>
        <div className="two-columns">
          <Form.Item name="kind" label={templateText.kind}>
            <Select options={broadcastKinds.map((value) => ({ value, label: kindWords[value] }))} />
          </Form.Item>
          <Form.Item name="urgency" label={templateText.urgency}>
            <Select options={broadcastUrgencies.map((value) => ({ value, label: urgencyWords[value] }))} />
          </Form.Item>
          <Form.Item name="channels" label={templateText.channels} rules={needed}>
            <Select
              mode="multiple"
              options={broadcastChannels.map((value) => ({ value, label: channelWords[value] }))}
            />
          </Form.Item>
          <Form.Item name="capCategory" label={templateText.category}>
            <Select options={capCategories.map((value) => ({ value, label: categoryWords[value] }))} />
          </Form.Item>
          <Form.Item name="seasonFrom" label={templateText.seasonFrom} rules={day}>
            <Input maxLength={5} placeholder="04-01" />
          </Form.Item>
          <Form.Item name="seasonTo" label={templateText.seasonTo} rules={day}>
            <Input maxLength={5} placeholder="09-30" />
          </Form.Item>
          <Form.Item name="ownerId" label={templateText.owner} rules={needed}>
            <OfficerSelect />
          </Form.Item>
          <Form.Item name="reviewOn" label={templateText.reviewOn} rules={needed}>
            <Input type="date" min={addDays(stationDay(), 1)} />
          </Form.Item>
        </div>
        <Form.Item name="seasonNote" label={templateText.seasonNote}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="care" label={templateText.care}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="basis" label={templateText.basis}>
          <Input maxLength={300} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {commonText.save}
        </Button>
      </Form>
    </Card>
  )
}

const empty = (): Fields => ({
  ...{ title: '', body: '', spoken: '', kind: 'notice', urgency: 'ordinary', care: '', basis: '' },
  ...{ channels: ['groups', 'page', 'loudspeaker'], seasonFrom: '', seasonTo: '', seasonNote: '' },
  ...{ capCategory: 'Safety', ownerId: null, reviewOn: addDays(stationDay(), 365) },
})

function fieldsOf(template: BroadcastTemplate): Fields {
  const { title, body, spoken, kind, urgency, care, basis, channels, seasonNote, capCategory } = template
  return {
    ...{ title, body, spoken, kind, urgency, care, basis, channels, seasonNote, capCategory },
    seasonFrom: template.seasonFrom ?? '',
    seasonTo: template.seasonTo ?? '',
    ownerId: template.owner?.id ?? null,
    // One that is over would be refused: whoever changes it has read it now.
    reviewOn: template.reviewOn > stationDay() ? template.reviewOn : addDays(stationDay(), 365),
  }
}
