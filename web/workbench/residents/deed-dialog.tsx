import { Form, type FormInstance, Modal } from 'antd'
import type { ReactNode } from 'react'

/** One deed with its form. */
export function DeedDialog<Fields>(props: {
  title: string
  form: FormInstance<Fields>
  busy: boolean
  danger?: boolean
  okText?: string
  initial?: Partial<Fields>
  onFields: (fields: Fields) => void
  onClose: () => void
  children: ReactNode
}) {
  return (
    <Modal
      open
      title={props.title}
      onCancel={props.onClose}
      onOk={props.form.submit}
      confirmLoading={props.busy}
      okButtonProps={{ danger: props.danger ?? false }}
      {...(props.okText ? { okText: props.okText } : {})}
    >
      <Form
        form={props.form}
        layout="vertical"
        requiredMark={false}
        {...(props.initial ? { initialValues: props.initial as object } : {})}
        onFinish={props.onFields}
      >
        {props.children}
      </Form>
    </Modal>
  )
}
