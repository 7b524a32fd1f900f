import { Button, Modal } from 'antd'
import type { Me } from '../../api/officers.ts'
import { sessionText } from '../../ui/text/workbench/session.ts'
import { queryClient, sessionEnded } from '../shell/query-client.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Over the page when the session ended: the same person goes on where she was, with everything she typed. */
export function SignedOutDialog({ me }: { me: Me }) {
  const ended = sessionEnded.use()
  return (
    <Modal
      open={ended}
      title={sessionText.again}
      footer={null}
      closable={false}
      keyboard={false}
      destroyOnHidden
    >
      <p className="quiet gap-below">{sessionText.againHint}</p>
      <SignInForm
        username={me.officer.username}
        withCode={me.secondFactor}
        onDone={(next) => {
          queryClient.setQueryData(['session'], next)
          sessionEnded.set(false)
          void queryClient.invalidateQueries()
        }}
      />
      <Button type="link" block onClick={() => location.assign('/workbench/sign-in')}>
        {sessionText.otherPerson}
      </Button>
    </Modal>
  )
}
