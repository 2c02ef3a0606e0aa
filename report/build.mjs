// node build.mjs [DIR]: makes the files that the report embeds; without DIR those of src/Starlift.Core/Reports/Assets.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { feature } from 'topojson-client';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, '../src/Starlift.Core/Reports/Assets');
const read = path => readFileSync(join(here, path), 'utf8');

// What the files are made of, by content: a test compares it with the stamp that the script carries.
function stamp() {
  const sources = readdirSync(join(here, 'src'), { recursive: true }).map(name => `src/${name}`.replaceAll('\\', '/')).filter(name => name.endsWith('.js'));
  const hash = createHash('sha256');
  for (const name of ['build.mjs', 'licences.txt', 'package-lock.json', ...sources.sort()]) {
    hash.update(`${name}\n${read(name)}\n`);
  }

  return hash.digest('hex').slice(0, 16);
}

// The map begins and ends in the Bering Strait, so that it cuts no land: what lies west of it is drawn in the east, and rings that
// cross the date line go on beyond 180 degrees. One decimal is 11 km, finer than a pixel. Antarctica has no listeners.
const West = -169;

function unrolled(ring) {
  let last = ring[0][0] < West ? ring[0][0] + 360 : ring[0][0];
  const points = ring.map(([longitude, latitude]) => {
    last = longitude + 360 * Math.round((last - longitude) / 360);
    return [last, latitude];
  });
  const eastmost = Math.max(...points.map(([longitude]) => longitude));
  return points.map(([longitude, latitude]) => [eastmost < West + 1 ? longitude + 360 : longitude, latitude].map(degrees => Math.round(degrees * 10) / 10));
}

function world() {
  const atlas = JSON.parse(read('node_modules/world-atlas/land-110m.json'));
  const land = feature(atlas, atlas.objects.land).features[0].geometry.coordinates;
  const shapes = land
    .filter(([ring]) => ring.some(([, latitude]) => latitude > -60))
    .map(rings => rings.map(unrolled));
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { name: 'land' }, geometry: { type: 'MultiPolygon', coordinates: shapes } }],
  };
}

mkdirSync(out, { recursive: true });
await build({
  entryPoints: [join(here, 'src/main.js')],
  outfile: join(out, 'report.min.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2020',
  charset: 'ascii',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  banner: { js: `/*! stamp ${stamp()}\n\n${read('licences.txt').trim()}\n*/` },
  logLevel: 'warning',
});
writeFileSync(join(out, 'world.json'), `${JSON.stringify(world())}\n`);
