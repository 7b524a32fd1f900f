import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { type Office, officeCodes, type Scenario, scenarios } from '../../../contract/vocabulary.ts'
import { type Conversation, type CorrectionBody, correctTriage } from '../../api/inbox.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText, officeWords } from '../../ui/text/workbench/inbox.ts'
import { useMay, useVillagesInUse } from '../officers/use-me.ts'
import { useDeed } from '../ui/use-deed.ts'

/** What the machine made of the message; each part is put right with a tap. */
export function TriageChips({ data }: { data: Conversation }) {
  const { conversation: item } = data
  const villages = useVillagesInUse()
  const may = useMay()
  const correct = useDeed((body: CorrectionBody) => correctTriage(item.id, body), {
    said: inboxText.corrected,
    touches: [['conversation', item.id], ['conversations'], ['counts'], ['suggestions', item.id]],
  })
  const locked = !data.mayHandle || !may('conversations.write') || correct.isPending
  const subjects = [
    ...scenarios.filter((each) => each !== 'other_office').map((key) => ({ key, label: scenarioWords[key] })),
    {
      key: 'other_office',
      label: scenarioWords.other_office,
      children: officeCodes.map((code) => ({ key: `other_office ${code}`, label: officeWords[code] })),
    },
  ]
  const choose = (key: string) => {
    const [value, office] = key.split(' ') as [Scenario, Office | undefined]
    correct.mutate({ field: 'scenario', value, office: office ?? null })
  }
  return (
    <>
      <Button
        size="small"
        className="chip"
        danger={item.emergency}
        type={item.emergency ? 'primary' : 'default'}
        disabled={locked}
        title={item.emergency ? inboxText.makeNotEmergency : inboxText.makeEmergency}
        onClick={() => correct.mutate({ field: 'emergency', value: !item.emergency })}
      >
        {item.emergency ? inboxText.emergency : inboxText.notEmergency}
      </Button>
      <Dropdown
        trigger={['click']}
        disabled={locked}
        menu={{ items: subjects, onClick: ({ key }) => choose(key) }}
      >
        <Button size="small" className="chip">
          {scenarioWords[item.scenario]}
          {item.office && ` · ${officeWords[item.office]}`} <DownOutlined />
        </Button>
      </Dropdown>
      <Dropdown
        trigger={['click']}
        disabled={locked}
        menu={{
          className: 'tall-menu',
          items: [
            ...villages.map(({ id, name }) => ({ key: id, label: name })),
            { key: '', label: commonText.unknownVillage },
          ],
          onClick: ({ key }) => correct.mutate({ field: 'village', value: key || null }),
        }}
      >
        <Button size="small" className="chip">
          {item.villageName ?? commonText.unknownVillage} <DownOutlined />
        </Button>
      </Dropdown>
      {furtherOf(data).map(({ scenario, office, because }) => (
        <Button
          key={scenario}
          size="small"
          className="chip"
          type="dashed"
          disabled={locked}
          title={`${because} ${inboxText.makeMain}`}
          onClick={() => correct.mutate({ field: 'scenario', value: scenario, office })}
        >
          {inboxText.alsoAsked}
          {scenarioWords[scenario]}
          {office && ` · ${officeWords[office]}`}
        </Button>
      ))}
    </>
  )
}

/** What else the message that opened it asks, besides what the conversation is now taken for. */
function furtherOf({ reading, conversation }: Conversation) {
  return (reading?.reasons ?? []).flatMap(({ kind, scenario, office, because }) =>
    kind === 'further' && scenario && scenario !== conversation.scenario
      ? [{ scenario, office: office ?? null, because }]
      : [],
  )
}
