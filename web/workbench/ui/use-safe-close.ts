import { App, type FormInstance } from 'antd'
import { useEffect } from 'react'
import { commonText } from '../../ui/text/workbench/common.ts'

/**
 * Closes a long form; asks first where something was typed, for a tap beside the dialog or Escape is no decision. The
 * browser asks the same where the page is left or loaded again.
 */
export function useSafeClose(form: Pick<FormInstance, 'isFieldsTouched'>, onClose: () => void): () => void {
  const { modal } = App.useApp()
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (form.isFieldsTouched()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [form])
  return () => {
    if (!form.isFieldsTouched()) return onClose()
    modal.confirm({
      title: commonText.leaveSure,
      okText: commonText.leave,
      cancelText: commonText.stay,
      okButtonProps: { danger: true },
      autoFocusButton: 'cancel',
      onOk: onClose,
    })
  }
}
