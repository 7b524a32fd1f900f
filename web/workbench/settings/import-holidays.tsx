import { UploadOutlined } from '@ant-design/icons'
import { Alert, App, Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { type PreviewedYear, previewHolidays } from '../../api/public-holidays.ts'
import { holidayText } from '../../ui/text/workbench/holidays.ts'
import { Card } from '../ui/card.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { HolidayChanges } from './holiday-changes.tsx'

const mostBytes = 200_000

/** Reads the yearly list, pasted or from a file, and shows what it would change before anything is saved. */
export function ImportHolidays() {
  const { message } = App.useApp()
  const picker = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [years, setYears] = useState<PreviewedYear[]>([])
  const look = useDeed(previewHolidays, { onDone: (answer) => setYears(answer.years), quiet: true })
  const change = (words: string) => {
    setText(words)
    setYears([])
    look.reset()
  }
  const pick = async (file: File | undefined) => {
    if (!file) return
    if (file.size > mostBytes) {
      message.error(holidayText.tooLarge)
      return
    }
    const words = await file.text()
    change(words)
    look.mutate(words)
  }
  return (
    <>
      <Card title={holidayText.importTitle}>
        <p className="quiet gap-below">{holidayText.importHint}</p>
        <Input.TextArea
          rows={4}
          maxLength={mostBytes}
          aria-label={holidayText.pasted}
          placeholder={holidayText.pasted}
          value={text}
          onChange={(event) => change(event.target.value)}
        />
        {look.error && <Alert className="gap-above" type="error" showIcon title={look.error.message} />}
        <div className="button-row gap-above">
          <Button
            type="primary"
            disabled={!text.trim()}
            loading={look.isPending}
            onClick={() => look.mutate(text)}
          >
            {holidayText.look}
          </Button>
          <Button icon={<UploadOutlined />} onClick={() => picker.current?.click()}>
            {holidayText.pickFile}
          </Button>
          <input
            ref={picker}
            hidden
            type="file"
            accept=".json,.txt,application/json,text/plain"
            aria-label={holidayText.pickFile}
            onChange={(event) => {
              void pick(event.target.files?.[0])
              // The same file can be picked again.
              event.target.value = ''
            }}
          />
        </div>
      </Card>
      {years.map((year) => (
        <HolidayChanges
          key={year.year}
          year={year}
          onSaved={() => setYears((shown) => shown.filter((each) => each.year !== year.year))}
        />
      ))}
    </>
  )
}
