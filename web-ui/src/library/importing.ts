import * as api from '../api'
import { sentenceOf } from '../api'
import type { NewPost, SiteImportLine } from '../wire'
import { counted } from './standing'

export interface Outcome {
  file: string
  refused: boolean
  sentence: string
}

/** What became of each file, and the posts that were made. */
export interface Report {
  outcomes: Outcome[]
  posts: string[]
}

export interface Progress {
  done: number
  total: number
  file: string
}

interface Imported extends NewPost {
  name: string
  source: string
}

const largestSite = 500_000_000
const largestFile = 8_000_000
const largestImage = 25_000_000

export const isMarkdown = ({ name }: { name: string }) => /\.(md|markdown|mdown|mkd)$/i.test(name)
export const isSite = ({ name }: { name: string }) => /\.zip$/i.test(name)
export const isImage = ({ name, type }: { name: string; type: string }) =>
  type.startsWith('image/') || /\.(png|jpe?g|gif|webp|avif|svg)$/i.test(name)

/** Markdown first, each a post of its own; then each image to the post that shows it. */
export async function importAll(files: readonly File[], tell: (progress: Progress) => void): Promise<Report> {
  const sites = files.filter(isSite)
  const [texts, images, others] = sorted(files.filter((file) => !sites.includes(file)))
  const posts: Imported[] = []
  const outcomes = others.map(({ name }) =>
    refusal(name, 'Only Markdown files, their images, and a whole Hugo site as a zip can be imported.'),
  )
  const total = texts.length + images.length
  for (const [done, file] of texts.entries()) {
    tell({ done, total, file: file.name })
    outcomes.push(await importOne(file, posts))
  }
  for (const [index, image] of images.entries()) {
    tell({ done: texts.length + index, total, file: image.name })
    outcomes.push(await placeImage(image, posts))
  }
  for (const site of sites) outcomes.push(...(await importSite(site, tell)))
  return { outcomes, posts: posts.map(({ post }) => post) }
}

function sorted(files: readonly File[]): [File[], File[], File[]] {
  const texts = files.filter(isMarkdown)
  const images = files.filter((file) => !isMarkdown(file) && isImage(file))
  return [texts, images, files.filter((file) => !texts.includes(file) && !images.includes(file))]
}

async function importOne(file: File, posts: Imported[]): Promise<Outcome> {
  if (file.size > largestFile) return refusal(file.name, 'The file is larger than 8 MB.')
  try {
    const made = await api.importFile(file.name, file)
    posts.push({ ...made, name: file.name, source: await file.text() })
    return { file: file.name, refused: false, sentence: `Imported to ${made.path}` }
  } catch (failure) {
    return refusal(file.name, sentenceOf(failure))
  }
}

async function importSite(site: File, tell: (progress: Progress) => void): Promise<Outcome[]> {
  if (site.size > largestSite) return [refusal(site.name, 'The file is larger than 500 MB.')]
  let last: SiteImportLine = {}
  tell({ done: 0, total: 1, file: site.name })
  try {
    await api.importSite(site, (line) => {
      last = line
      const { progress } = line
      if (progress)
        tell({
          done: progress.done,
          total: Math.max(1, progress.all),
          file: `${site.name}: ${progress.doing.toLowerCase()}`,
        })
    })
  } catch (failure) {
    return [refusal(site.name, sentenceOf(failure))]
  }
  return toldOf(site.name, last)
}

/** What the last line says of a site. */
export function toldOf(file: string, { report, problem }: SiteImportLine): Outcome[] {
  if (problem !== undefined) return [refusal(file, problem)]
  if (!report)
    return [refusal(file, 'The connection broke off. What came in is in the library; import it again for the rest.')]
  const sentence =
    `${counted(report.begun, 'new post')}, ${report.changed} changed, ${report.published} published, ` +
    `${counted(report.files, 'other file')}; ${report.same} were the same before.`
  return [
    { file, refused: false, sentence },
    ...report.notes.map((note) => ({ file: '', refused: false, sentence: note })),
  ]
}

async function placeImage(image: File, posts: readonly Imported[]): Promise<Outcome> {
  const owner = ownerOf(image.name, posts)
  if (!owner) {
    return refusal(image.name, 'No imported file shows this image. Drop it into the post that needs it.')
  }
  if (image.size > largestImage) return refusal(image.name, 'The image is larger than 25 MB.')
  try {
    const { path } = await api.onceThere(() => api.uploadImage(owner.post, image.name, image))
    return { file: image.name, refused: false, sentence: `Added to ${owner.name} as ${path}` }
  } catch (failure) {
    return refusal(image.name, sentenceOf(failure))
  }
}

export function ownerOf<P extends { source: string }>(image: string, posts: readonly P[]): P | undefined {
  return posts.find(({ source }) => source.includes(image)) ?? (posts.length === 1 ? posts[0] : undefined)
}

const refusal = (file: string, sentence: string): Outcome => ({ file, refused: true, sentence })
