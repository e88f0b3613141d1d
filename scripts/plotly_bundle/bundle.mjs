// Called by build.sh inside the temporary folder that holds node_modules:
//   node bundle.mjs <output folder> [plotly.min.js to compare sizes with]
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const [outDir, reference] = process.argv.slice(2);
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const wanted = readJson('package.json');
const version = readJson('node_modules/plotly.js/package.json').version;
const esbuildVersion = readJson('node_modules/esbuild/package.json').version;
for (const [name, found] of [['plotly.js', version], ['esbuild', esbuildVersion]]) {
    if (found !== wanted.dependencies[name]) throw new Error(`${name}: ${found} instead of ${wanted.dependencies[name]}`);
}
const traces = ['scatter', ...[...readFileSync('index.js', 'utf8').matchAll(/require\('plotly\.js\/lib\/(?!core)(\w+)'\)/g)].map((m) => m[1])];

const result = await build({
    entryPoints: ['index.js'],
    bundle: true,
    format: 'iife',
    globalName: 'Plotly',
    minify: true,
    charset: 'utf8',
    target: 'es2020',
    legalComments: 'none',
    metafile: true,
    write: false,
    loader: { '.css': 'empty' }, // maplibre's style sheet, required for `map` subplots only
    define: { global: 'window', 'define.amd': 'false', 'process.env.NODE_DEBUG': 'false' },
    logLevel: 'warning'
});
if (result.outputFiles.length !== 1) throw new Error('one output file expected');

const name = `plotly-${version}.min.js`;
const noticesName = `plotly-${version}.LICENSES.txt`;
const banner = `/*!\n * plotly.js v${version}, trimmed bundle: core with ${traces.join(', ')}\n` +
    ` * Copyright 2012-2026, Plotly, Inc. All rights reserved. Licensed under the MIT license.\n` +
    ` * Notices of the packages inside: ${noticesName}. Built by scripts/plotly_bundle/build.sh.\n */\n`;
const code = banner + result.outputFiles[0].text;
const forbidden = code.match(/\bnew Function\b|[^.\w$]eval\(|[^.\w$]Function\(["'`]/);
if (forbidden) throw new Error(`the bundle makes code from text: ${forbidden[0]}`);

// Licence texts of everything that left bytes in the bundle.
const packages = new Map();
for (const [path, input] of Object.entries(Object.values(result.metafile.outputs)[0].inputs)) {
    const match = [...path.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].pop();
    if (!match || !input.bytesInOutput) continue;
    const folder = path.slice(0, match.index + match[0].length);
    const meta = readJson(join(folder, 'package.json'));
    const pinned = wanted.overrides[meta.name];
    if (pinned && pinned !== meta.version) throw new Error(`${meta.name}: ${meta.version} instead of ${pinned}`);
    packages.set(`${meta.name} ${meta.version}`, { folder, licence: meta.license, author: meta.author });
}
const rule = '-'.repeat(78);
const notices = [`Packages inside ${name}`, ''];
for (const key of [...packages.keys()].sort()) {
    const { folder, licence, author } = packages.get(key);
    notices.push(rule, `${key} (${licence})`, '');
    const files = readdirSync(folder).filter((f) => /^(licen[cs]e|copying|notice)/i.test(f)).sort();
    for (const file of files) notices.push(readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim(), '');
    if (!files.length) {
        const who = typeof author === 'string' ? author : author?.name ?? '';
        notices.push(`The package carries no licence file; it declares: ${licence}. Author: ${who}`, '');
    }
}
const noticeText = notices.join('\n').split('\n').map((line) => line.trimEnd()).join('\n') + '\n';
for (const text of [code, noticeText]) {
    if (/https?:\/\/[^\s"'`]*(registry|npmjs|mirror)/i.test(text)) throw new Error('a registry address in the output');
}

mkdirSync(outDir, { recursive: true });
for (const old of readdirSync(outDir)) if (/^plotly-.*\.(min\.js|LICENSES\.txt)$/.test(old)) rmSync(join(outDir, old));
writeFileSync(join(outDir, name), code);
writeFileSync(join(outDir, noticesName), noticeText);

const sizes = (label, data) => console.log(
    label.padEnd(28),
    ...[data.length, gzipSync(data, { level: 9 }).length,
        brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length } }).length]
        .map((n) => String(n).padStart(10)));
console.log(''.padEnd(28), '       raw', '    gzip 9', ' brotli 11');
if (reference && existsSync(reference)) sizes('the Python package\'s own', readFileSync(reference));
sizes(name, Buffer.from(code));
console.log(`sha256 ${createHash('sha256').update(code).digest('hex')}, ${packages.size} packages inside`);
