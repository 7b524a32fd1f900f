/** Pictures as mass messages and Moments take them: at most nine. */
export const pictures = (mediaIds: readonly string[]) =>
  mediaIds.length === 0
    ? undefined
    : mediaIds.map((mediaId) => ({ msgtype: 'image', image: { media_id: mediaId } }))
