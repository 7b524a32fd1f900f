import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, OneOf } from './common.ts'
import { type FileKind, fileKinds } from './vocabulary.ts'

/**
 * `shown` is what people look at (a photo newly drawn without metadata, at most 2048 px; a voice without its metadata;
 * a document as it came), `thumb` a photo of at most 320 px, `original` the bytes that arrived (officers only, and it is written down).
 */
export const fileVariants = ['shown', 'thumb', 'original'] as const
export type FileVariant = (typeof fileVariants)[number]

/** The largest file of each kind, in bytes. */
export const fileSizes: Record<FileKind, number> = {
  photo: 15 * 1024 * 1024,
  voice: 8 * 1024 * 1024,
  document: 20 * 1024 * 1024,
}

/**
 * A stored file, as an upload answers and as messages and cases list it. The bytes are at `/api/files/:id?variant=`
 * for officers and at `/api/resident/files/:id?variant=` for the resident herself.
 */
export const StoredFile = Type.Object({
  id: Id,
  kind: OneOf(fileKinds),
  /** Of the original; a photo's shown version and thumbnail are always image/jpeg, an AMR recording's is audio/wav. */
  mediaType: Type.String(),
  /** Bytes of the original. */
  size: Type.Integer(),
  /** Of the shown version of a photo, after turning it upright. */
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
  /** Length of a voice as the phone measured it. */
  seconds: Nullable(Type.Number()),
  storedAt: Moment,
})

/** A file as it hangs on a message. */
export const FileRef = Type.Object({
  id: Id,
  kind: OneOf(fileKinds),
  mediaType: Type.String(),
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
  seconds: Nullable(Type.Number()),
  /** As its sender called it, and its bytes; '' where that is not kept. */
  name: Type.Optional(Type.String()),
  size: Type.Optional(Type.Integer()),
  /** It may carry a program: handed out to who knows (`FileQuery`). */
  mayRun: Type.Optional(Type.Boolean()),
  /** Inside a forwarded chat: who had sent it and when, as the record says. */
  saidBy: Type.Optional(Type.String()),
})

/** `POST` multipart/form-data with one part `file`; send an Idempotency-Key header so that a repeat is harmless. */
export const UploadQuery = Type.Object(
  { seconds: Type.Optional(Type.Number({ minimum: 0, maximum: 3600 })) },
  { additionalProperties: false },
)

/** A picture or file that goes out with a script; `alt`: what is on it, in words. */
export const ScriptFile = Type.Object({
  id: Id,
  kind: OneOf(fileKinds),
  mediaType: Type.String(),
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
  seconds: Nullable(Type.Number()),
  alt: Type.String(),
})
export type ScriptFile = Static<typeof ScriptFile>

/** `knowing`: she has been told that the file may carry a program; without it such a one is not handed out. */
export const FileQuery = Type.Object(
  { variant: Type.Optional(OneOf(fileVariants)), knowing: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
)

/** An `<img>` or `<audio>` sends no header: `station` says which of the stations the phone knows. */
export const ResidentFileQuery = Type.Object(
  { variant: Type.Optional(OneOf(['shown', 'thumb'] as const)), station: Type.Optional(Id) },
  { additionalProperties: false },
)
export type StoredFile = Static<typeof StoredFile>
