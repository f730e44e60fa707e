export type ViewKind = 'pdf' | 'image' | 'tiff' | 'audio' | 'video' | 'office' | 'other'

const OFFICE = /^application\/(?:msword|rtf|vnd\.(?:ms-|openxmlformats-officedocument\.|oasis\.opendocument\.))/u

/** How the viewer shows a file of this kind. `mime` is the program's own finding from the content, not the file's name. */
export function viewKind(mime: string): ViewKind {
  if (mime === 'application/pdf') return 'pdf'
  if (mime === 'image/tiff') return 'tiff'
  if (mime.startsWith('image/')) return 'image'
  if (mime.startsWith('audio/')) return 'audio'
  if (mime.startsWith('video/')) return 'video'
  return OFFICE.test(mime) ? 'office' : 'other'
}
