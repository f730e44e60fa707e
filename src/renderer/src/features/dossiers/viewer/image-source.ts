import { cssPixelsPerDot } from './image-density.ts'
import { drawPicture, ViewError, type PageSource } from './page-source.ts'

/** A JPEG, PNG or other single picture; turned as its own EXIF says. */
export async function openImage(bytes: Uint8Array<ArrayBuffer>, mime: string): Promise<PageSource> {
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(new Blob([bytes], { type: mime }))
  } catch (cause) {
    throw new ViewError('unreadable', cause)
  }
  const scale = cssPixelsPerDot(bytes)
  const size = { width: bitmap.width * scale, height: bitmap.height * scale }
  return {
    pages: 1,
    size: async () => size,
    draw: async (_page, canvas, ratio, rotation) => drawPicture(bitmap, size, canvas, ratio, rotation),
    close: () => bitmap.close(),
  }
}
