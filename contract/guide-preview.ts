import type { Guide } from './services.ts'

/** What the page of an officer and the phone inside it say to each other. */
export const previewReady = 'guide-preview-ready'
export const guidePreview = 'guide-preview'
export type PreviewMessage = { kind: typeof previewReady } | { kind: typeof guidePreview; guide: Guide }
