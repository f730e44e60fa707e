/** What passes between the page and the worker that decodes TIFF. One worker holds one file. */
export type TiffRequest =
  | { id: number; kind: 'open'; bytes: ArrayBuffer }
  | { id: number; kind: 'page'; index: number; maxWidth: number | null }

/** CSS pixels at 100 %; a fax has other dots across than down, so the two scales differ. */
export type TiffPage = { width: number; height: number }

export type TiffAnswer =
  | { id: number; kind: 'opened'; pages: TiffPage[] }
  | { id: number; kind: 'drawn'; bitmap: ImageBitmap }
  | { id: number; kind: 'failed'; reason: string }
