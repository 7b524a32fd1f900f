export type AppMessage =
  | { kind: 'text'; text: string }
  | { kind: 'textcard'; title: string; description: string; url: string; button?: string }
  | {
      kind: 'buttons'
      title: string
      description?: string
      facts?: { name: string; value: string }[]
      url: string
      taskId: string
      /** One with a key comes back to us, one with an address opens it. */
      buttons: ({ text: string; key: string } | { text: string; url: string })[]
    }

/** The msgtype and its object, as message/send takes them. A button comes back as template_card_event. */
export function writeAppMessage(message: AppMessage): { msgtype: string; [name: string]: unknown } {
  if (message.kind === 'text') return { msgtype: 'text', text: { content: message.text } }
  if (message.kind === 'textcard') {
    const { title, description, url, button: btntxt } = message
    return { msgtype: 'textcard', textcard: { title, description, url, btntxt } }
  }
  return {
    msgtype: 'template_card',
    template_card: {
      card_type: 'button_interaction',
      main_title: { title: message.title, desc: message.description },
      horizontal_content_list: message.facts?.map(({ name, value }) => ({ keyname: name, value })),
      card_action: { type: 1, url: message.url },
      task_id: message.taskId,
      button_list: message.buttons.map((button) =>
        'url' in button
          ? { type: 1, text: button.text, style: 1, url: button.url }
          : { text: button.text, style: 1, key: button.key },
      ),
    },
  }
}
