import { Form, Input, Select } from 'antd'
import { type Need, needs } from '../../../contract/person-words.ts'
import { needWords, personText } from '../../ui/text/workbench/person.ts'
import { stationDay } from '../../ui/time.ts'

export type PersonSaid = { bornOn?: string; nicknames: string[]; languages: string[]; needs: Need[] }

const earliest = '1900-01-01'
/** What is spoken in the villages around; other words can be written. */
const spokenHere = ['普通话', '宁乡话', '长沙话', '湘潭话', '益阳话', '手语']

/** Part of the form of a person: how she is called, when she was born, how to speak with her. */
export function PersonFields() {
  return (
    <>
      <div className="two-columns">
        <Form.Item
          name="bornOn"
          label={personText.bornOn}
          rules={[
            {
              validator: (_, day?: string) =>
                !day || (day >= earliest && day <= stationDay())
                  ? Promise.resolve()
                  : Promise.reject(new Error(personText.bornRule)),
            },
          ]}
        >
          <Input type="date" min={earliest} max={stationDay()} />
        </Form.Item>
        <WordsField name="languages" label={personText.languages} most={6} longest={12} hints={spokenHere} />
      </div>
      <WordsField name="nicknames" label={personText.nicknames} most={8} longest={20} />
      <Form.Item name="needs" label={personText.needs} extra={personText.needsHint}>
        <Select
          mode="multiple"
          options={needs.map((value) => ({ value, label: needWords[value] }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
    </>
  )
}

/** A few short words, each typed and ended with Enter. */
function WordsField(props: {
  name: 'languages' | 'nicknames'
  label: string
  most: number
  longest: number
  hints?: string[]
}) {
  const { name, label, most, longest, hints = [] } = props
  return (
    <Form.Item
      name={name}
      label={label}
      extra={name === 'nicknames' ? personText.nicknamesHint : personText.languagesHint}
      rules={[
        {
          validator: (_, words: string[] = []) =>
            words.every((word) => word.length <= longest)
              ? Promise.resolve()
              : Promise.reject(new Error(personText.wordTooLong(longest))),
        },
      ]}
    >
      <Select
        mode="tags"
        maxCount={most}
        tokenSeparators={['、', '，', ',']}
        options={hints.map((value) => ({ value, label: value }))}
        {...(hints.length === 0 && { open: false })}
      />
    </Form.Item>
  )
}
