// Makes `seed-lsp-PLATFORM.vsix`, which `code --install-extension` takes. A VSIX is a ZIP archive with a table of content
// types, a manifest in XML and the extension's files below `extension/`.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { zip } = require('./zip');

/** What the extension consists of; whatever else lies in the folder is for those who work on it. */
const CONTENT = [
  'package.json', 'README.md', 'extension.js', 'language-configuration.json', 'images/icon.png', 'schema', 'snippets', 'src',
  'syntaxes', 'walkthrough',
];

/** The content types by the ends of names. What has none is a program. */
const CONTENT_TYPES = {
  js: 'application/javascript', cjs: 'application/javascript', mjs: 'application/javascript', json: 'application/json',
  md: 'text/markdown', png: 'image/png', txt: 'text/plain', vsixmanifest: 'text/xml', exe: 'application/octet-stream',
};

/**
 * @param {object} options
 * @param {string} options.root The extension's folder.
 * @param {string} options.target As VS Code calls platforms: `linux-x64`, `win32-arm64`; or `universal`.
 * @param {string} [options.server] The program to put inside.
 */
function pack({ root, target, server }) {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  /** @type {import('./zip').Entry[]} */
  const entries = [];
  /** @param {string} name @param {string} file @param {number} [mode] */
  const add = (name, file, mode) => entries.push({ name: `extension/${name}`, data: fs.readFileSync(file), mode });
  for (const name of CONTENT) {
    for (const file of filesBelow(path.join(root, name))) add(name + file, path.join(root, name) + file);
  }
  add('LICENSE.txt', path.join(root, '..', '..', 'LICENSE'));
  for (const folder of modules(root, manifest)) {
    for (const file of filesBelow(path.join(root, folder))) {
      if (/\.(js|cjs|mjs|json)$|LICEN[CS]E/i.test(file)) add(folder + file, path.join(root, folder) + file);
    }
  }
  if (server) add(`server/seed-lsp${target.startsWith('win32') ? '.exe' : ''}`, server, 0o755);
  return zip([
    { name: 'extension.vsixmanifest', data: Buffer.from(vsixManifest(manifest, target)) },
    { name: '[Content_Types].xml', data: Buffer.from(contentTypes()) },
    ...entries,
  ]);
}

/**
 * The files of a folder and of those in it, as what follows the folder's name; `['']` for a file.
 *
 * @param {string} start
 * @returns {string[]}
 */
function filesBelow(start) {
  if (!fs.existsSync(start)) throw new Error(`${start} is missing.`);
  if (!fs.statSync(start).isDirectory()) return [''];
  return fs
    .readdirSync(start)
    .sort()
    .filter((name) => name !== 'node_modules')
    .flatMap((name) => filesBelow(path.join(start, name)).map((file) => `/${name}${file}`));
}

/**
 * The folders of the packages that the extension needs at run time, with those that they need in turn.
 *
 * @param {string} root
 * @param {{ dependencies?: Record<string, string> }} manifest
 */
function modules(root, manifest) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {string} from The folder of the package that needs another. @param {Record<string, string>} needed */
  const visit = (from, needed) => {
    for (const name of Object.keys(needed)) {
      const folder = resolve(root, from, name);
      if (found.has(folder)) continue;
      found.add(folder);
      const own = JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
      visit(folder, own.dependencies ?? {});
    }
  };
  visit('', manifest.dependencies ?? {});
  return [...found].sort();
}

/**
 * As Node looks for a package: beside the one that needs it, else further up.
 *
 * @param {string} root
 * @param {string} from
 * @param {string} name
 * @returns {string}
 */
function resolve(root, from, name) {
  const candidate = path.posix.join(from, 'node_modules', name);
  if (fs.existsSync(path.join(root, candidate, 'package.json'))) return candidate;
  if (from === '') throw new Error(`The package ${name} is not installed. Run: npm install --omit=dev`);
  const above = from.lastIndexOf('/node_modules/');
  return resolve(root, above < 0 ? '' : from.slice(0, above), name);
}

/** @param {Record<string, any>} manifest @param {string} target */
function vsixManifest(manifest, target) {
  const platform = target === 'universal' ? '' : ` TargetPlatform="${xml(target)}"`;
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${xml(manifest.name)}" Version="${xml(manifest.version)}" Publisher="${xml(manifest.publisher)}"${platform}/>
    <DisplayName>${xml(manifest.displayName)}</DisplayName>
    <Description xml:space="preserve">${xml(manifest.description)}</Description>
    <Tags>${xml(manifest.keywords.join(','))}</Tags>
    <Categories>${xml(manifest.categories.join(','))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${xml(manifest.engines.vscode)}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionDependencies" Value=""/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionPack" Value=""/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/${xml(manifest.icon)}</Icon>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Icons.Default" Path="extension/${xml(manifest.icon)}" Addressable="true"/>
  </Assets>
</PackageManifest>
`;
}

function contentTypes() {
  const types = Object.entries(CONTENT_TYPES).map(([end, type]) => `<Default Extension=".${end}" ContentType="${type}"/>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types.join('')}</Types>
`;
}

/** @param {unknown} value */
const xml = (value) => String(value).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function main() {
  const { values } = parseArgs({
    options: { target: { type: 'string' }, server: { type: 'string' }, output: { type: 'string' } },
  });
  const target = values.target ?? (values.server ? `${process.platform}-${process.arch}` : 'universal');
  const output = values.output ?? `seed-lsp-${target}.vsix`;
  const data = pack({ root: path.join(__dirname, '..'), target, server: values.server });
  fs.writeFileSync(output, data);
  console.log(`${output}: ${(data.length / 1024 / 1024).toFixed(1)} MB`);
}

if (require.main === module) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

module.exports = { pack };
