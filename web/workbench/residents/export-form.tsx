import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Form, Input, Radio } from 'antd'
import {
  askExport,
  countExport,
  type ExportColumn,
  type ExportKind,
  exportColumns,
  leastColumns,
  type NewRegisterExport,
  rowsNeedingSecondPerson,
} from '../../api/register-exports.ts'
import { exportColumnWords, exportKindWords, exportText } from '../../ui/text/workbench/register-export.ts'
import { Card } from '../ui/card.tsx'
import { useDebounced } from '../ui/use-debounced.ts'
import { useDeed } from '../ui/use-deed.ts'
import { VillagesSelect } from '../ui/villages-select.tsx'

type Fields = {
  kind: ExportKind
  villageIds?: string[]
  group?: string
  columns?: ExportColumn[]
  form: 'xlsx' | 'csv'
  purpose: string
  caseNumber?: string
}

/** What is asked for and what for; how many rows it has is told while it is filled in. */
export function ExportForm() {
  const [form] = Form.useForm<Fields>()
  const kind = Form.useWatch('kind', form) ?? 'residents'
  const villageIds = Form.useWatch('villageIds', form)
  const group = useDebounced(Form.useWatch('group', form)?.trim() ?? '', 400)
  const filter = { kind, ...(villageIds?.length && { villageIds }), ...(group && { group }) }
  const count = useQuery({
    queryKey: ['register-exports', 'count', filter],
    queryFn: () => countExport(filter),
  })
  const ask = useDeed((wish: NewRegisterExport) => askExport(wish), {
    touches: [['register-exports']],
    onDone: () => form.resetFields(['purpose', 'caseNumber', 'columns']),
  })
  const send = ({ columns = [], purpose, caseNumber, form: kindOfFile }: Fields) =>
    ask.mutate({
      ...filter,
      form: kindOfFile,
      columns: columns.filter((column) => (exportColumns[kind] as readonly string[]).includes(column)),
      purpose: purpose.trim(),
      ...(caseNumber?.trim() && { caseNumber: caseNumber.trim() }),
    })
  const least = leastColumns[kind] as readonly ExportColumn[]
  const more = (exportColumns[kind] as readonly ExportColumn[]).filter((column) => !least.includes(column))
  const second = count.data?.needsSecondPerson ?? false
  return (
    <Card>
      <p className="quiet gap-below">{exportText.hint}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'residents', form: 'xlsx' }}
        onFinish={send}
      >
        <Form.Item name="kind" label={exportText.kind}>
          <Radio.Group
            options={(['residents', 'households'] as const).map((value) => ({
              value,
              label: exportKindWords[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="villageIds" label={exportText.villages}>
          <VillagesSelect placeholder={exportText.everyVillage} />
        </Form.Item>
        <Form.Item name="group" label={exportText.group}>
          <Input maxLength={20} placeholder={exportText.groupHint} />
        </Form.Item>
        <Form.Item
          name="columns"
          label={exportText.columns}
          extra={exportText.always(least.map((column) => exportColumnWords[column]).join('、'))}
        >
          <Checkbox.Group options={more.map((value) => ({ value, label: exportColumnWords[value] }))} />
        </Form.Item>
        <Form.Item
          name="purpose"
          label={exportText.purpose}
          rules={[{ required: true, whitespace: true, min: 4, message: exportText.purposeRule }]}
        >
          <Input maxLength={200} placeholder={exportText.purposeHint} />
        </Form.Item>
        <Form.Item name="caseNumber" label={exportText.caseNumber}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="form" label={exportText.form}>
          <Radio.Group
            options={[
              { value: 'xlsx', label: 'XLSX' },
              { value: 'csv', label: 'CSV' },
            ]}
          />
        </Form.Item>
        {count.data && (
          <Alert
            className="gap-below"
            role="status"
            type={second ? 'warning' : 'info'}
            title={[
              exportText.count(count.data.rows),
              count.data.today > 0 && exportText.today(count.data.today),
              second && exportText.second(rowsNeedingSecondPerson),
            ]
              .filter(Boolean)
              .join('')}
          />
        )}
        <Button type="primary" htmlType="submit" loading={ask.isPending} disabled={count.data?.rows === 0}>
          {second ? exportText.askSecond : exportText.ask}
        </Button>
      </Form>
    </Card>
  )
}
