import { Input, Segmented } from 'antd'
import { commonText } from '../../ui/text/workbench/common.ts'
import { atStation, clockTime, stationDay } from '../../ui/time.ts'

/** A moment that is nearly always the present; the phone's own picker otherwise. Empty: the present. */
export function WhenField(props: {
  label: string
  now: string
  value: string
  onChange: (at: string) => void
}) {
  const { value, onChange } = props
  const typed = value ? `${stationDay(value)}T${clockTime(value)}` : ''
  return (
    <div className="when-field">
      <span>{props.label}</span>
      <Segmented
        value={value ? 'other' : 'now'}
        onChange={(choice) => onChange(choice === 'now' ? '' : new Date().toISOString())}
        options={[
          { value: 'now', label: props.now },
          { value: 'other', label: commonText.otherTime },
        ]}
      />
      {value && (
        <Input
          type="datetime-local"
          aria-label={props.label}
          value={typed}
          onChange={(event) => {
            const [day, clock] = event.target.value.split('T')
            if (day && clock) onChange(new Date(atStation(day, clock.slice(0, 5))).toISOString())
          }}
        />
      )}
    </div>
  )
}
