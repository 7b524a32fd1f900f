import { App, type FormInstance } from 'antd'
import { commonText } from '../../ui/text/workbench/common.ts'

/** Closes a long form; asks first where something was typed, for a tap beside the dialog or Escape is no decision. */
export function useSafeClose(form: Pick<FormInstance, 'isFieldsTouched'>, onClose: () => void): () => void {
  const { modal } = App.useApp()
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
