import { App } from 'antd'
import { type Case, type CaseChange, changeCase } from '../../api/cases.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { queryClient } from '../shell/query-client.ts'
import { useDeed } from '../ui/use-deed.ts'

/** Changes a case as it was read; when a colleague was faster, shows hers first instead of writing over it. */
export function useCaseChange(data: Case, onDone?: () => void) {
  const { message } = App.useApp()
  return useDeed(
    (fields: Omit<CaseChange, 'revision'>) =>
      changeCase(data.id, { ...fields, revision: data.revision }).catch((error) => {
        if (error instanceof ApiError && error.code === 'conflict') {
          void queryClient.invalidateQueries({ queryKey: ['case', data.id] })
          message.warning(caseText.changedMeanwhile)
        }
        throw error
      }),
    {
      touches: [['case', data.id], ['cases']],
      onDone,
    },
  )
}
