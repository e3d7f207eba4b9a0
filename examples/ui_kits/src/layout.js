// Lays a page out: background, font, size and accent, and a host element for each control in varied arrangements.

import { genericControls } from "./generic.js";
import "./layout.css";
import { Random } from "./random.js";
import { specimen } from "./specimen.js";

const TOGGLES = 26;
const OTHERS = 22;
const GENERIC = 6;

const ACCENTS = ["#0d6efd", "#1976d2", "#7c3aed", "#16a34a", "#dc2626", "#ea580c", "#0891b2", "#db2777", "#4b5563", "#111827", "#ca8a04", "#0f766e"];
const LIGHT = ["#ffffff", "#ffffff", "#ffffff", "#fafafa", "#f3f4f6", "#e5e7eb", "#fffbeb", "#eff6ff", "#f0fdf4", "#fdf2f8", "#f5f0e6", "#d6dbe3"];
const DARK = ["#121212", "#18181b", "#1e1e1e", "#000000", "#0f172a", "#111827", "#1f2937", "#1a1b26", "#2b2b2b"];
const ARRANGEMENTS = ["column", "column", "grid", "grid", "inline", "list", "table", "cards"];

function background(random, dark) {
  const color = random.pick(dark ? DARK : LIGHT);
  const line = dark ? "rgb(255 255 255 / 4%)" : "rgb(0 0 0 / 4%)";
  const glow = `hsl(${random.int(0, 359)} ${random.int(20, 70)}% ${dark ? random.int(10, 18) : random.int(88, 95)}%)`;
  const image = random.weighted([
    ["none", 60],
    [`linear-gradient(${random.int(0, 359)}deg, ${color}, ${glow})`, 15],
    [`radial-gradient(circle at ${random.int(0, 100)}% ${random.int(0, 40)}%, ${glow}, ${color} 70%)`, 9],
    [`radial-gradient(${line} 1.5px, transparent 2px) 0 0 / 14px 14px`, 6],
    [`repeating-linear-gradient(45deg, ${line} 0 2px, transparent 2px 12px)`, 5],
    [`linear-gradient(${line} 1px, transparent 1px) 0 0 / 24px 24px, linear-gradient(90deg, ${line} 1px, transparent 1px) 0 0 / 24px 24px`, 5],
  ]);
  return image === "none" ? color : `${image}, ${color}`;
}

// A page's face, and where it lacks a letter the system's.
function fontStack(family) {
  const generic = /^(system-ui|sans-serif|serif|monospace)$/.test(family);
  return `${generic ? family : `"${family}"`}, "Noto Sans", system-ui, sans-serif`;
}

function environment(kit, plan, random) {
  const dark = kit.dark !== false && matchMedia("(prefers-color-scheme: dark)").matches;
  return {
    dark,
    lang: plan.lang,
    rtl: plan.rtl,
    font: fontStack(plan.font.family),
    fontSize: random.pick([11, 12, 13, 14, 14, 14, 15, 16, 16, 16, 17, 18, 20]),
    accent: random.pick(ACCENTS),
    page: plan.page,
    random,
  };
}

function dress(env, random) {
  const { documentElement: html, body } = document;
  html.classList.toggle("dark", env.dark);
  html.style.colorScheme = env.dark ? "dark" : "light";
  html.style.setProperty("--page-font", env.font);
  html.style.setProperty("--page-size", `${env.fontSize}px`);
  html.style.setProperty("--page-accent", env.accent);
  html.style.setProperty("--page-background", background(random, env.dark));
  html.style.setProperty("--page-color", random.pick(env.dark ? ["#f4f4f5", "#e5e7eb", "#ffffff", "#d4d4d8"] : ["#111111", "#1f2937", "#212529", "#374151", "#000000"]));
  html.style.setProperty("--page-gap", `${random.int(14, 28)}px`);
  body.classList.add("page");
}

const element = (tag, className, ...children) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

// The hosts of one section, arranged as a form, grid, row, list, table or cards.
function arrange(random, arrangement, hosts) {
  if (arrangement === "table") {
    const table = element("table", "page-section page-table-cells");
    const columns = random.int(1, 3);
    for (let i = 0; i < hosts.length; i += columns) {
      table.append(element("tr", "", ...hosts.slice(i, i + columns).map((host) => element("td", "", host))));
    }
    return table;
  }
  if (arrangement === "list") {
    return element("ul", "page-section page-list", ...hosts.map((host) => element("li", "", host)));
  }
  if (arrangement === "cards") {
    return element("div", "page-section page-cards", ...hosts.map((host) => element("div", "page-card", host)));
  }
  const section = element("div", `page-section page-${arrangement}`, ...hosts);
  if (arrangement === "grid") section.style.setProperty("--columns", random.int(2, 3));
  return section;
}

function compose(random, hosts) {
  const sections = (rest, arrangements) => {
    const result = [];
    while (rest.length) {
      const count = random.int(4, 9);
      result.push(arrange(random, random.pick(arrangements), rest.slice(0, count)));
      rest = rest.slice(count);
    }
    return result;
  };
  const root = element("main", "page-root");
  if (random.chance(0.3)) {
    const aside = Math.round(hosts.length / 3);
    root.classList.add("page-with-sidebar");
    root.append(
      element("aside", "", ...sections(hosts.slice(0, aside), ["column", "list"])),
      element("div", "", ...sections(hosts.slice(aside), ARRANGEMENTS)),
    );
  } else {
    root.append(...sections(hosts, ARRANGEMENTS));
  }
  const zoom = random.chance(0.35) ? random.pick([0.85, 0.9, 1.1, 1.2, 1.25, 1.5]) : 1;
  // A phone has no room for larger controls.
  if (zoom !== 1) root.style.zoom = Math.min(zoom, innerWidth < 600 ? 1 : 2);
  return root;
}

// Every kind in turn, going on where the page before stopped, so that all occur and their variants spread over pages.
function turns(renderers, count, page) {
  const kinds = Object.keys(renderers);
  return kinds.length ? Array.from({ length: count }, (_, i) => kinds[((page - 1) * count + i) % kinds.length]) : [];
}

function specimens(kit, env, plan, escaped) {
  const wanted = [
    ...turns(kit.toggles, TOGGLES, plan.page).map((kind) => ["toggle", kind, kit.toggles[kind], escaped]),
    ...turns(kit.others ?? {}, OTHERS, plan.page).map((kind) => ["other", kind, kit.others[kind], escaped]),
  ];
  const make = ([role, kind, render, escaped], i) => {
    const host = element("div", "page-host");
    host.dataset.specimen = role;
    host.dataset.kind = kind;
    // For the manifest; a kit's module may tell more of a control than its key.
    const { design = kind, control, decidable } = render.about ?? {};
    host.dataset.design = design;
    if (control) host.dataset.control = control;
    if (decidable) host.dataset.decidable = decidable;
    // What a control stands on is no part of it: the module marks it itself.
    if (render.about && role === "other") host.dataset.specimen = "ground";
    const id = `s${i + 1}`;
    // Every call starts from the same random state: a component that renders again stays the same.
    const call = () => render(specimen({ id, role, escaped, lang: env.lang, random: new Random(plan.seed, id) }), env);
    return { host, render: call };
  };
  const own = wanted.map(make);
  const generic = env.random.sample(Object.entries(genericControls), GENERIC).map(([kind, render], i) => {
    const made = make(["other", `generic-${kind}`, render, true], own.length + i);
    made.host.insertAdjacentHTML("beforeend", made.render());
    return made;
  });
  return { own, generic };
}

export async function start(kit, adapter) {
  const plan = JSON.parse(document.getElementById("plan").textContent);
  const random = new Random(plan.seed, "layout");
  const env = environment(kit, plan, random);
  dress(env, random);
  await kit.setup?.(env);
  const { own, generic } = specimens(kit, env, plan, adapter.escaped);
  const root = compose(random, random.shuffle([...own, ...generic].map(({ host }) => host)));
  document.body.append(root);
  await adapter.mount(kit, env, root, own);
  await kit.ready?.(root, env);
  // Fonts are fetched once a layout asks for them: until then there is nothing to wait for.
  root.getBoundingClientRect();
  await document.fonts.ready;
  // The harvester waits for this.
  document.documentElement.dataset.ready = "true";
}
