import { ApiError } from '../../api/fetch-json.ts'
import { createStore } from '../../ui/create-store.ts'

type Asked = { resolve: () => void; reject: (error: Error) => void }

/** The dialog that asks for the password again, while it is open. */
export const stepUpAsked = createStore<Asked | null>(null)

/** Runs the work; if the server wants the password again, asks for it and runs the work once more. */
export async function withStepUp<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'step_up_required') throw error
    await new Promise<void>((resolve, reject) => stepUpAsked.set({ resolve, reject }))
    return work()
  }
}
