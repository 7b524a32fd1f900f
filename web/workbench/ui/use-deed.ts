import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { ApiError } from '../../api/fetch-json.ts'
import { withStepUp } from '../officers/step-up.ts'
import { queryClient } from '../shell/query-client.ts'

/**
 * Something a person does: says what became of it, asks for the password again where the server wants it, and
 * freshens what it touched without waiting for the live stream.
 */
export function useDeed<Input = void, Answer = unknown>(
  work: (input: Input) => Promise<Answer>,
  options: {
    said?: string
    touches?: string[][]
    onDone?: (answer: Answer, input: Input) => void
    onFail?: (error: Error) => void
    quiet?: boolean
  } = {},
) {
  const { message } = App.useApp()
  const freshen = () => {
    for (const queryKey of options.touches ?? []) void queryClient.invalidateQueries({ queryKey })
  }
  return useMutation<Answer, Error, Input>({
    mutationFn: (input) => withStepUp(() => work(input)),
    onSuccess: (answer, input) => {
      freshen()
      if (options.said) message.success(options.said)
      options.onDone?.(answer, input)
    },
    onError: (error) => {
      // A colleague was quicker: what stands now is seen beside the sentence that says so.
      if (error instanceof ApiError && error.code === 'conflict') freshen()
      if (!options.quiet) message.error(error.message, 5)
      options.onFail?.(error)
    },
  })
}
