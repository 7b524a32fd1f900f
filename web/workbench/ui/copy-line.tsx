import { Typography } from 'antd'
import { commonText } from '../../ui/text/workbench/common.ts'

/** An address to hand on, with a button that copies it and says so. */
export function CopyLine({ text, className }: { text: string; className: string }) {
  return (
    <Typography.Paragraph
      className={className}
      copyable={{ text, icon: [commonText.copy, commonText.copied], tooltips: false }}
    >
      {text}
    </Typography.Paragraph>
  )
}
