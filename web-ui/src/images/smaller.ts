/** What a screen shows at most, so that a photograph costs readers what they can see of it. */
const LONGEST_SIDE = 2560
/** A smaller copy that saves less is not worth a second file. */
const WORTHWHILE = 0.8
const QUALITY = 0.82
const HEAD = 65_536

/** Drawn pictures stay as they are, and so does what moves. */
export async function isStill(file: Blob): Promise<boolean> {
  if (!/^image\/(png|jpeg|webp|avif)$/.test(file.type)) return false
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer())
  const text = String.fromCharCode(...head.subarray(0, 64)) + [...chunksOf(head)].join(' ')
  return !/ANIM|acTL|avis/.test(text)
}

/** The names of a PNG's chunks up to its first picture. */
function* chunksOf(head: Uint8Array): Generator<string> {
  const view = new DataView(head.buffer)
  for (let at = 8; at + 12 <= head.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCharCode(...head.subarray(at + 4, at + 8))
    if (!/^[A-Za-z]{4}$/.test(name)) return
    yield name
    if (name === 'IDAT') return
  }
}

/** Its width and height where it may be no longer than that at its longer side. */
export function within(width: number, height: number, longest = LONGEST_SIDE): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

export const isWorthwhile = (copy: number, original: number) => copy < original * WORTHWHILE

/** A copy of sensible size, the right way up; null where there is none that is worth it. */
export async function smaller(file: File): Promise<File | null> {
  if (!(await isStill(file))) return null
  try {
    const copy = await drawn(file)
    if (!copy || !isWorthwhile(copy.size, file.size)) return null
    const ending = copy.type.slice('image/'.length).replace('jpeg', 'jpg')
    return new File([copy], `${file.name.replace(/\.[^.]*$/, '')}.${ending}`, { type: copy.type })
  } catch {
    // What this browser cannot draw is sent as it is; the server says what it is.
    return null
  }
}

async function drawn(file: File): Promise<Blob | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const canvas = Object.assign(document.createElement('canvas'), within(picture.width, picture.height))
    const context = canvas.getContext('2d')
    if (!context) return null
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const webp = await encoded(canvas, 'image/webp')
    // A browser that cannot write WebP answers with PNG.
    if (webp?.type === 'image/webp') return webp
    return file.type === 'image/jpeg' ? encoded(canvas, 'image/jpeg') : null
  } finally {
    picture.close()
  }
}

const encoded = (canvas: HTMLCanvasElement, type: string) =>
  new Promise<Blob | null>((done) => canvas.toBlob(done, type, QUALITY))
