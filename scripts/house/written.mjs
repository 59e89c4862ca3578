// Every file as the formatter writes it, Prisma's models as Prisma writes them, and no line longer than a screen is wide.
import { finding } from './house.mjs'
import { runTool } from '../tool.mjs'
import { root } from '../node-24.mjs'

export const longestLine = 140

const isMeasured = (path) => /\.(tsx?|mjs|css|graphql|prisma)$/.test(path) && !/(^|\/)generated\//.test(path) && path !== 'schema.graphql'

/** Lines that are too long, one finding a file. */
export function longLines({ texts }) {
  return [...texts]
    .filter(([path]) => isMeasured(path))
    .flatMap(([path, text]) => {
      const long = text.split('\n').flatMap((line, at) => (line.length > longestLine ? [at + 1] : []))
      const rest =
        long.length > 1 ? `, and so are ${long.length - 1} more (lines ${long.slice(1, 6).join(', ')}${long.length > 6 ? ' …' : ''})` : ''
      return long.length === 0
        ? []
        : [finding('unformatted', path, long[0], `the line is longer than ${longestLine} characters${rest}: break it.`, path)]
    })
}

/** Files under a folder that are not as oxfmt writes them. */
export async function notAsFormatted(folder = root) {
  const { code, said } = await runTool([
    'node_modules/oxfmt/bin/oxfmt',
    '--list-different',
    ...(folder === root ? ['.'] : ['--config', '.oxfmtrc.json', folder]),
  ])
  const paths = said.split('\n').filter((line) => line !== '')
  // It answers 1 for files that differ; anything else, or 1 with none, is a fault of the tool.
  if (code > 1 || (code === 1) !== paths.length > 0) throw new Error(`oxfmt ended with ${code}: ${said}`)
  return paths.map((path) => finding('unformatted', path, 1, 'not as the formatter writes it: npm run format.', path))
}

/** Whether Prisma would write its models otherwise. */
export async function modelsNotAsFormatted(folder = 'prisma') {
  const { code, said } = await runTool(['node_modules/prisma/build/index.js', 'format', '--check', '--schema', folder], {
    // Any executable will do: formatting asks no schema engine, and fetching the real one needs a network.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  })
  if (code === 0) return []
  if (!said.includes('unformatted')) throw new Error(`prisma format ended with ${code}: ${said}`)
  return [finding('unformatted', 'prisma/models', 1, 'models are not as Prisma writes them: npm run format.')]
}
