// Bundles each server process into one file of stack/dist, so that a start reads a few files instead of a thousand.
// Packages from npm stay outside, as they are; ours are joined, and know where their own files lie.
import { readFile, realpath, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const output = join(import.meta.dirname, 'dist');

await rm(output, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['main', 'distributed', 'subgraph-process', 'router-process', 'db'].map(
    (name) => `stack/src/${name}.ts`,
  ),
  outdir: output,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  banner: { js: "import { fileURLToPath as pathOfUrl } from 'node:url';" },
  plugins: [
    { name: 'packages stay outside', setup: keepPackagesOutside },
    { name: 'sources know their place', setup: keepPlaces },
  ],
});

/** What Node would find from the output folder as well stays outside; a package that lies elsewhere is joined. */
function keepPackagesOutside(builder) {
  builder.onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
    if (kind === 'entry-point' || pluginData === 'asked') return undefined;
    if (path.startsWith('node:')) return { path, external: true };
    const found = await builder.resolve(path, { kind, resolveDir, importer, pluginData: 'asked' });
    // An optional package that is not installed fails where it is asked for, as it would without a bundle.
    const isOutside = found.errors.length > 0 || found.external || (await isShared(path, found.path));
    return isOutside ? { path, external: true } : { path: found.path };
  });
}

/** Whether a file belongs to the package of this name at the root, which is what the output folder sees. Our own packages are links there. */
async function isShared(specifier, file) {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const place = await realpath(join(root, 'node_modules', name)).catch(() => '');
  return place.includes(`${sep}node_modules${sep}`) && file.startsWith(place + sep);
}

/** A source that reads a file beside it finds it from the bundle too. */
function keepPlaces(builder) {
  builder.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
    const source = await readFile(path, 'utf8');
    const url = (target) => `new URL(${JSON.stringify(relative(output, target))}, import.meta.url)`;
    return {
      loader: 'ts',
      contents: source.replaceAll(/import\.meta\.(dirname|url)\b/g, (_, part) =>
        part === 'url' ? `${url(path)}.href` : `pathOfUrl(${url(dirname(path))})`,
      ),
    };
  });
}
