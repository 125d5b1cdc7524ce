import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { bundleAsync } from 'lightningcss'
import { build, defineConfig, type Plugin } from 'vite'

const resources = 'target/classes/META-INF/resources'
const server = `http://localhost:${process.env['LOOKBACK_PORT'] ?? 8080}`
// The server speaks to pages of its own only.
const proxied = { target: server, changeOrigin: true, rewriteWsOrigin: true, headers: { Origin: server } }

/** The reader's pages link these by fixed names, from templates that know no hashes. */
function readersStyles(): Plugin {
  return {
    name: 'readers-styles',
    apply: 'build',
    async closeBundle() {
      await mkdir(join(resources, 'assets'), { recursive: true })
      for (const name of ['prose.css', 'reader.css']) {
        const { code } = await bundleAsync({ filename: join('src', name), minify: true })
        await writeFile(join(resources, 'assets', name), code)
      }
    },
  }
}

/** A script of the reader's pages, which stay complete without it. */
function readersScript(entry: string, name: string): Plugin {
  return {
    name: `readers-script-${name}`,
    apply: 'build',
    async closeBundle() {
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        build: {
          outDir: join(resources, 'assets'),
          emptyOutDir: false,
          lib: { entry, formats: ['es'], fileName: () => `${name}.js` },
        },
      })
    },
  }
}

/** The server reads formulas with it; no page loads it. */
function formulas(): Plugin {
  return {
    name: 'formulas',
    apply: 'build',
    async closeBundle() {
      const folder = 'target/classes/app/lookback/studio'
      await mkdir(folder, { recursive: true })
      await copyFile('node_modules/katex/dist/katex.min.js', join(folder, 'katex.min.js'))
    },
  }
}

export default defineConfig(({ mode }) => ({
  base: '/studio/',
  plugins: [
    svelte(),
    readersStyles(),
    readersScript('src/reader/reader.ts', 'reader'),
    readersScript('src/reader/watch.ts', 'watch'),
    formulas(),
  ],
  build: {
    outDir: join(resources, 'studio'),
    manifest: true,
    // The oldest browsers with light-dark(), so that it is not rewritten.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // The policy of the page allows no data: in scripts and styles.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': { ...proxied, ws: true },
      '/images': proxied,
    },
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'] },
  ...(mode === 'test' ? { resolve: { conditions: ['browser'] } } : {}),
}))
