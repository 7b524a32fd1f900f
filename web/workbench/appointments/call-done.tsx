import { Button } from 'antd'
import { recordCall } from '../../api/appointments.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { useDeed } from '../ui/use-deed.ts'

/** One tap: she has been rung up. Who and when is kept. */
export function CallDone({ id }: { id: string }) {
  const call = useDeed(() => recordCall(id), {
    said: appointmentText.callKept,
    touches: [['appointments'], ['appointment', id]],
  })
  return (
    <Button type="primary" loading={call.isPending} onClick={() => call.mutate()}>
      {appointmentText.called}
    </Button>
  )
}
