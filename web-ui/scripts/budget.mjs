// What the writing screen loads before anything else is opened, by the build's own manifest, and what a reader's page may
// load: JavaScript, gzipped.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const MOST_KB = 250
const MOST_KB_OF_READERS = 15

function tell(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
  const files = new Set()
  const take = (name) => {
    const { file, imports = [] } = manifest[name]
    if (files.has(file)) return
    files.add(file)
    imports.forEach(take)
  }
  for (const name of ['index.html', 'src/writing/Writing.svelte']) {
    if (!manifest[name])
      throw new Error(`The build has no ${name}; name the writing screen's parts in scripts/budget.mjs.`)
    take(name)
  }
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
  const said = `The writing screen loads ${(bytes / 1000).toFixed(1)} kB of JavaScript, gzipped; at most ${MOST_KB} kB.`
  if (bytes > MOST_KB * 1000) throw new Error(`${said} Load something only when it is opened.`)
  console.log(said)
}

/** A page has one of them; all together stay below the bound. */
function tellReaders(folder) {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0)
  const said = `Readers' pages load ${(bytes / 1000).toFixed(1)} kB of JavaScript, gzipped; at most ${MOST_KB_OF_READERS} kB.`
  if (scripts.length === 0 || bytes > MOST_KB_OF_READERS * 1000) throw new Error(said)
  console.log(said)
}

tell(process.argv[2])
tellReaders(join(process.argv[2], '../assets'))
