#!/usr/bin/env node
// Bundles each kit of kits/ with the page code of src/ into dist/<kit>/, and writes its pages.
// node build.mjs [--kits a,b] [--pages N] [--out DIR] [--seed S]

import { build } from "esbuild";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readDesigns } from "./src/designs.mjs";
import { readPictureIcons, readStateIcons } from "./src/icons.mjs";
import { planPage } from "./src/page.js";

const HERE = dirname(fileURLToPath(import.meta.url));
const MODULES = join(HERE, "node_modules");
const ASSETS = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "woff", "woff2", "ttf", "otf", "eot", "cur", "mp3", "wasm"];

const json = async (path) => JSON.parse(await readFile(path, "utf8"));

async function kitFiles(names) {
  const files = (await readdir(join(HERE, "kits"))).filter((file) => /\.jsx?$/.test(file) && !file.startsWith("_")).sort();
  const kits = files.map((file) => ({ name: file.replace(/\.jsx?$/, ""), file: join(HERE, "kits", file) }));
  for (const name of names ?? []) {
    if (!kits.some((kit) => kit.name === name)) throw new Error(`there is no kit ${name} in kits/`);
  }
  return names ? kits.filter((kit) => names.includes(kit.name)) : kits;
}

// A kit module imports style sheets and needs a browser, so that Node can't import it: its facts are read from its text.
async function kitFacts({ name, file }) {
  const source = await readFile(file, "utf8");
  const fact = (pattern) => source.match(pattern)?.[1];
  const framework = fact(/^\s*framework:\s*"(html|react|vue)"/m);
  const packages = fact(/^\s*packages:\s*\[([^\]]*)\]/m)?.split(",").map((name) => name.trim().replaceAll('"', "")).filter(Boolean);
  if (!framework) throw new Error('no line framework: "html", "react" or "vue"');
  if (!packages) throw new Error("no line packages: […]");
  if (fact(/^\s*name:\s*"([^"]+)"/m) !== name) throw new Error(`its name: is not "${name}", as its file is called`);
  return {
    name,
    framework,
    react: fact(/^\s*react:\s*(\d+)/m) ?? "19",
    rtl: fact(/^\s*rtl:\s*(true|false)/m) !== "false",
    rtlWeight: Number(fact(/^\s*rtlWeight:\s*(\d+)/m) ?? 1),
    packages: [...(await Promise.all(packages.map(packageFacts))), ...(await pictureFacts(fact(/^\s*pictures:\s*"([^"]+)"/m)))],
  };
}

async function packageFacts(name) {
  const { version, license, licenses } = await json(join(MODULES, name, "package.json"));
  return { name, version, license: license?.type ?? license ?? licenses?.map(({ type }) => type).join(" OR ") ?? "unknown" };
}

// A kit may show pictures that a script fetches into a folder of their own, with an index.
async function pictureIndex(folder) {
  return json(join(HERE, folder, "index.json")).catch(() => {
    throw new Error(`there is no ${folder}/index.json: run python fetch_${folder}.py first`);
  });
}

async function pictureFacts(folder) {
  const rows = folder ? await pictureIndex(folder) : [];
  const facts = rows.map(({ package: name, version, licence: license }) => [`${name} ${license}`, { name, version, license }]);
  return [...new Map(facts).values()];
}

async function bundle(kit, facts, out) {
  // Kits that React 19 broke say react: 18 and get that one.
  const alias = facts.framework === "react" && facts.react === "18" ? { react: "react-18", "react-dom": "react-dom-18" } : {};
  await build({
    stdin: {
      contents: `
        import kit from ${JSON.stringify(kit.file)};
        import * as adapter from "./src/frameworks/${facts.framework}.js";
        import { start } from "./src/layout.js";
        start(kit, adapter);`,
      resolveDir: HERE,
      sourcefile: "entry.js",
    },
    outfile: join(out, "app.js"),
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "chrome120",
    minify: true,
    legalComments: "none",
    jsx: "automatic",
    alias,
    mainFields: ["browser", "module", "main"],
    conditions: ["browser", "module", "import", "style", "production"],
    assetNames: "assets/[name]-[hash]",
    loader: { ".js": "jsx", ...Object.fromEntries(ASSETS.map((extension) => [`.${extension}`, "file"])) },
    define: {
      "process.env.NODE_ENV": '"production"',
      "process.env": "{}",
      global: "globalThis",
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    plugins: [namedImports, tailwind, designs, icons, pictures],
    logLevel: "error",
    logLimit: 5,
  });
}

// Style sheets written for webpack name packages as ~package/file.
const namedImports = {
  name: "tilde",
  setup(builder) {
    builder.onResolve({ filter: /^~/ }, ({ path, ...rest }) => builder.resolve(path.slice(1), { kind: rest.kind, resolveDir: rest.resolveDir }));
  },
};

// The hand-written designs, as data.
const designs = {
  name: "designs",
  setup(builder) {
    builder.onResolve({ filter: /^designs:all$/ }, ({ path }) => ({ path, namespace: "designs" }));
    builder.onLoad({ filter: /.*/, namespace: "designs" }, async () => ({ contents: JSON.stringify(await readDesigns(join(HERE, "designs"))), loader: "json" }));
  },
};

// What kits take of Iconify's sets, as data: icons:states and icons:pictures.
const icons = {
  name: "icons",
  setup(builder) {
    const readers = { states: readStateIcons, pictures: readPictureIcons };
    builder.onResolve({ filter: /^icons:(states|pictures)$/ }, ({ path }) => ({ path, namespace: "icons" }));
    builder.onLoad({ filter: /.*/, namespace: "icons" }, async ({ path }) => ({ contents: JSON.stringify(await readers[path.slice("icons:".length)](MODULES)), loader: "json" }));
  },
};

// Fetched pictures, as rows of their index in which files are addresses.
const pictures = {
  name: "pictures",
  setup(builder) {
    builder.onResolve({ filter: /^pictures:/ }, ({ path }) => ({ path: path.slice("pictures:".length), namespace: "pictures" }));
    builder.onLoad({ filter: /.*/, namespace: "pictures" }, async ({ path: folder }) => {
      const rows = JSON.stringify(await pictureIndex(folder));
      const contents = `export default ${rows.replace(/"([^"]+\.(?:png|svg))"/g, 'require("./$1")')}`;
      return { contents, loader: "js", resolveDir: join(HERE, folder) };
    });
  },
};

// A kit's style sheet that imports Tailwind is Tailwind's to write.
const tailwind = {
  name: "tailwind",
  setup(builder) {
    builder.onLoad({ filter: /[\\/]kits[\\/][^\\/]+\.css$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      if (!source.includes('@import "tailwindcss"')) return null;
      const [{ default: postcss }, { default: plugin }] = await Promise.all([import("postcss"), import("@tailwindcss/postcss")]);
      const { css } = await postcss([plugin()]).process(source, { from: path });
      return { contents: css, loader: "css", resolveDir: dirname(path) };
    });
  },
};

// The fonts of package.json: their family names, and the writing they cover.
async function fontFamilies() {
  const { dependencies } = await json(join(HERE, "package.json"));
  const ids = Object.keys(dependencies).filter((name) => name.startsWith("@fontsource/"));
  return Promise.all(
    ids.map(async (name) => {
      const { id, family, subsets, weights, category } = await json(join(MODULES, name, "metadata.json"));
      return { id, family, subsets, weights, category, package: name };
    }),
  );
}

// One style sheet for a family, shared by all kits, with its woff2 files only.
async function writeFont(font, out) {
  await mkdir(join(out, "files"), { recursive: true });
  const weights = [400, 700].filter((weight) => font.weights.includes(weight));
  let css = "";
  for (const weight of weights) {
    css += await readFile(join(MODULES, font.package, `${weight}.css`), "utf8");
  }
  css = css.replace(/,\s*url\([^)]*\.woff\)\s*format\(['"]woff['"]\)/g, "");
  const files = [...css.matchAll(/url\(\.\/files\/([^)]+)\)/g)].map((match) => match[1]);
  await Promise.all(files.map((file) => copyFile(join(MODULES, font.package, "files", file), join(out, "files", file))));
  await writeFile(join(out, `${font.id}.css`), css);
}

function pageHtml(plan, hasCss) {
  const font = plan.font.id ? `<link rel="stylesheet" href="../fonts/${plan.font.id}.css">\n` : "";
  const style = hasCss ? '<link rel="stylesheet" href="app.css">\n' : "";
  return `<!doctype html>
<html lang="${plan.lang}" dir="${plan.rtl ? "rtl" : "ltr"}" data-seed="${plan.seed}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="checkboxnet:kit" content="${plan.kit}">
<title>${plan.kit} ${plan.page}</title>
<link rel="icon" href="data:,">
${style}${font}<script type="application/json" id="plan">${JSON.stringify(plan)}</script>
</head>
<body>
<script type="module" src="app.js"></script>
</body>
</html>
`;
}

async function buildKit(kit, { out, pages, seed, fonts }) {
  const facts = await kitFacts(kit);
  const folder = join(out, kit.name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await bundle(kit, facts, folder);
  const hasCss = (await readdir(folder)).includes("app.css");
  const used = new Set();
  for (let number = 1; number <= pages; number++) {
    const plan = planPage({ kit: kit.name, page: number, seed, fonts, mirrors: facts.rtl, rtlWeight: facts.rtlWeight });
    if (plan.font.id) used.add(plan.font.id);
    await writeFile(join(folder, `${String(number).padStart(2, "0")}.html`), pageHtml(plan, hasCss));
  }
  return { facts: { ...facts, pages }, used };
}

async function main() {
  const { values } = parseArgs({
    options: {
      kits: { type: "string" },
      pages: { type: "string", default: "8" },
      out: { type: "string", default: join(HERE, "dist") },
      seed: { type: "string", default: "1" },
    },
  });
  const out = resolve(values.out);
  const options = { out, pages: Number(values.pages), seed: values.seed, fonts: await fontFamilies() };
  const used = new Set();
  const failed = [];
  // Kits built before stay listed, so that one can be built alone.
  const all = await kitFiles();
  const before = (await json(join(out, "kits.json")).catch(() => [])).filter(({ name }) => all.some((kit) => kit.name === name));
  const listed = Object.fromEntries(before.map((kit) => [kit.name, kit]));
  for (const kit of await kitFiles(values.kits?.split(","))) {
    const begin = performance.now();
    try {
      const { facts, used: usedFonts } = await buildKit(kit, options);
      listed[kit.name] = facts;
      usedFonts.forEach((id) => used.add(id));
      console.log(`${kit.name}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
    } catch (error) {
      failed.push(kit.name);
      delete listed[kit.name];
      await rm(join(out, kit.name), { recursive: true, force: true });
      console.error(`${kit.name}: FAILED: ${error.message}`);
    }
  }
  for (const font of options.fonts.filter(({ id }) => used.has(id))) await writeFont(font, join(out, "fonts"));
  await writeFile(join(out, "kits.json"), `${JSON.stringify(Object.values(listed).sort((a, b) => (a.name < b.name ? -1 : 1)), null, 2)}\n`);
  if (failed.length) {
    console.error(`failed: ${failed.join(", ")}`);
    process.exitCode = 1;
  }
}

await main();
