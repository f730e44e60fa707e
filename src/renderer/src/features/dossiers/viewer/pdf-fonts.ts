import serifBoldUrl from '../../../../../../resources/fonts/noto-serif-sc-chinese-simplified-700-normal.woff2?url'
import serifUrl from '../../../../../../resources/fonts/noto-serif-sc-chinese-simplified-400-normal.woff2?url'

/** Our own font under the name that pdf.js gave the missing one. */
const standIn = (face: FontFace): FontFace => {
  const isBold = face.weight === 'bold' || Number(face.weight) >= 600
  return new FontFace(face.family, `url(${isBold ? serifBoldUrl : serifUrl})`, { style: face.style, weight: face.weight })
}

/**
 * The document as pdf.js sees it. Many Chinese PDFs carry no font and name one of the machine's (宋体, 仿宋). Where the
 * machine has none of these, our own Song face stands in under the same name, so that the page is not full of empty boxes.
 */
export function documentWithFonts(): Document {
  const real = document.fonts
  const standIns = new WeakMap<FontFace, FontFace>()
  const fonts = {
    add: (face: FontFace) => {
      const load = face.load.bind(face)
      face.load = () => load().catch(async () => {
        const own = standIn(face)
        await own.load()
        standIns.set(face, own)
        real.delete(face)
        real.add(own)
        return own
      })
      real.add(face)
    },
    delete: (face: FontFace) => {
      const own = standIns.get(face)
      if (own) real.delete(own)
      return real.delete(face)
    },
  }
  return new Proxy(document, {
    get: (target, key) => {
      if (key === 'fonts') return fonts
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
    set: (target, key, value) => Reflect.set(target, key, value),
  })
}
