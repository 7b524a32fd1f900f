import { Form, Input, Modal, Select } from 'antd'
import { writeRumourReply } from '../../../contract/rumour-reply.ts'
import { findDoubts } from '../../../contract/rumour-words.ts'
import { draftReply, type NewRumourReply, type RumourDetail } from '../../api/rumours.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { rumourText, stageHints } from '../../ui/text/workbench/rumours.ts'
import { atStation, clockTime, stationDay } from '../../ui/time.ts'
import { useMe } from '../officers/use-me.ts'
import { useDeed } from '../ui/use-deed.ts'
import { useSafeClose } from '../ui/use-safe-close.ts'
import { Doubts } from './doubts.tsx'

type Fields = {
  knownAt: string
  checked: string
  source: string
  unknown: string
  advice: string
  nextUpdateAt: string
  version?: number
  wrongWords?: string
  rightWords?: string
  reason?: string
}

const typed = (at: string) => `${stationDay(at)}T${clockTime(at)}`
const momentOf = (text: string) => {
  const [day = '', clock = ''] = text.split('T')
  return new Date(atStation(day, clock.slice(0, 5))).toISOString()
}

/** The six elements of a reply, with the text as it will go out beside them. */
export function ReplyEditor({ data, onClose }: { data: RumourDetail; onClose: () => void }) {
  const { rumour, replies, evidence, moves } = data
  const me = useMe()
  const [form] = Form.useForm<Fields>()
  const close = useSafeClose(form, onClose)
  const fields = Form.useWatch([], form) as Fields | undefined
  const correcting = rumour.stage === 'corrected'
  const unsettled = rumour.stage === 'received' || rumour.stage === 'checking'
  const sent = replies.filter(({ approvedAt }) => approvedAt)
  const save = useDeed((values: Fields) => draftReply(rumour.id, replyOf(values, correcting)), {
    said: rumourText.drafted,
    touches: [['rumours'], ['rumour', rumour.id]],
    onDone: onClose,
  })
  const before = replies[0]
  const notices = evidence.filter(({ kind, withdrawnAt }) => kind === 'official_notice' && !withdrawnAt)
  const required = [{ required: true, whitespace: true, message: commonText.required }]
  return (
    <Modal
      open
      width={720}
      title={correcting ? rumourText.draftCorrection : rumourText.draft}
      onCancel={close}
      onOk={form.submit}
      confirmLoading={save.isPending}
    >
      <p className="quiet gap-below">{stageHints[rumour.stage]}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          knownAt: typed(before?.knownAt ?? rumour.firstHeardAt),
          checked: rumour.stage === 'notice' ? (notices.at(-1)?.says.slice(0, 300) ?? '') : '',
          source: rumour.stage === 'notice' ? (notices.at(-1)?.source ?? '') : (before?.source ?? ''),
          unknown: '',
          advice: before?.advice ?? '',
          nextUpdateAt: unsettled ? typed(new Date(Date.now() + 4 * 3_600_000).toISOString()) : '',
          version: sent[0]?.version,
          wrongWords: sent[0]?.checked,
        }}
        onFinish={(values) => save.mutate(values)}
      >
        {correcting && (
          <>
            <Form.Item name="version" label={rumourText.correctsWhich} rules={[{ required: true }]}>
              <Select
                options={sent.map(({ version }) => ({ value: version, label: rumourText.version(version) }))}
                onChange={(version: number) =>
                  form.setFieldValue('wrongWords', sent.find((each) => each.version === version)?.checked)
                }
              />
            </Form.Item>
            <Area name="wrongWords" label={rumourText.wrongWords} required />
            <Area name="rightWords" label={rumourText.rightWords} required />
            <Area name="reason" label={rumourText.why} required />
          </>
        )}
        <div className="two-fields">
          <Form.Item name="knownAt" label={rumourText.known} rules={required}>
            <Input type="datetime-local" />
          </Form.Item>
          <Form.Item
            name="nextUpdateAt"
            label={rumourText.nextUpdate}
            rules={unsettled ? required : []}
            extra={unsettled ? undefined : rumourText.noUpdate}
          >
            <Input type="datetime-local" />
          </Form.Item>
        </div>
        <Area name="checked" label={rumourText.checked} required />
        <Area name="source" label={rumourText.source} required />
        <Area name="unknown" label={rumourText.unknown} />
        <Area name="advice" label={rumourText.advice} />
      </Form>
      {fields?.checked !== undefined && (
        <>
          <Doubts
            doubts={findDoubts(
              rumour.stage,
              [
                fields.checked,
                fields.source,
                fields.unknown,
                fields.advice,
                fields.rightWords,
                fields.reason,
              ].map((text) => text ?? ''),
              notices.map(({ says }) => says),
            )}
          />
          <b>{rumourText.preview}</b>
          <div className="reply-text">{previewOf()}</div>
        </>
      )}
    </Modal>
  )

  function previewOf(): string {
    if (!fields?.knownAt) return ''
    const office = moves.findLast(({ stage }) => stage === 'other_office')
    const wrong = sent.find(({ version }) => version === fields.version)
    return writeRumourReply(replyOf(fields, correcting), {
      words: rumour.words,
      stage: rumour.stage,
      stationName: me.station.name,
      office:
        rumour.stage === 'other_office' && office?.office && office.answersOn
          ? { name: office.office, answersOn: office.answersOn }
          : null,
      wrongAt: wrong?.approvedAt ?? null,
      now: new Date().toISOString(),
    })
  }
}

function Area(props: { name: keyof Fields; label: string; required?: boolean }) {
  return (
    <Form.Item
      name={props.name}
      label={props.label}
      rules={props.required ? [{ required: true, whitespace: true, message: commonText.required }] : []}
    >
      <Input.TextArea maxLength={300} rows={2} />
    </Form.Item>
  )
}

function replyOf(fields: Fields, correcting: boolean): NewRumourReply {
  return {
    knownAt: momentOf(fields.knownAt),
    checked: fields.checked ?? '',
    source: fields.source ?? '',
    unknown: fields.unknown ?? '',
    advice: fields.advice ?? '',
    nextUpdateAt: fields.nextUpdateAt ? momentOf(fields.nextUpdateAt) : null,
    correction:
      correcting && fields.version
        ? {
            version: fields.version,
            wrongWords: fields.wrongWords ?? '',
            rightWords: fields.rightWords ?? '',
            reason: fields.reason ?? '',
          }
        : null,
  }
}
