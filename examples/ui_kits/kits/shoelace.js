// Shoelace: its checkboxes, radios, switches, radio buttons, tree checks and toggle buttons, and its other web components.

import "@shoelace-style/shoelace/dist/shoelace.js";
import "@shoelace-style/shoelace/dist/themes/light.css";
import "@shoelace-style/shoelace/dist/themes/dark.css";
import { registerIconLibrary } from "@shoelace-style/shoelace/dist/utilities/icon-library.js";
import bell from "bootstrap-icons/icons/bell.svg";
import bellFill from "bootstrap-icons/icons/bell-fill.svg";
import bookmark from "bootstrap-icons/icons/bookmark.svg";
import bookmarkFill from "bootstrap-icons/icons/bookmark-fill.svg";
import cart from "bootstrap-icons/icons/cart.svg";
import download from "bootstrap-icons/icons/download.svg";
import gear from "bootstrap-icons/icons/gear.svg";
import heart from "bootstrap-icons/icons/heart.svg";
import heartFill from "bootstrap-icons/icons/heart-fill.svg";
import house from "bootstrap-icons/icons/house.svg";
import info from "bootstrap-icons/icons/info-circle.svg";
import pencil from "bootstrap-icons/icons/pencil.svg";
import person from "bootstrap-icons/icons/person.svg";
import search from "bootstrap-icons/icons/search.svg";
import trash from "bootstrap-icons/icons/trash.svg";
import "./shoelace.css";

const FILES = { bell, "bell-fill": bellFill, bookmark, "bookmark-fill": bookmarkFill, cart, download, gear, heart, "heart-fill": heartFill, house, info, pencil, person, search, trash };
const ICONS = ["bell", "cart", "download", "gear", "house", "info", "pencil", "person", "search", "trash"];
const VARIANTS = ["default", "primary", "success", "neutral", "warning", "danger"];
const PALETTES = ["emerald", "teal", "violet", "fuchsia", "rose", "orange", "indigo", "red", "lime", "cyan", "purple"];

const disabled = (s) => (s.disabled ? " disabled" : "");
// Shoelace hands title on to the input inside: the name of a control without words.
const state = (s, on = s.checked) => `${on ? " checked" : ""}${disabled(s)}${s.label ? "" : ` title="${s.aria}"`}`;
const size = (s) => ` size="${s.pick(["small", "medium", "medium", "large"])}"`;
const icon = (s, slot = "") => `<sl-icon name="${s.pick(ICONS)}"${slot && ` slot="${slot}"`}></sl-icon>`;
const palette = (s) => `style="${[50, 100, 200, 300, 400, 500, 600, 700, 950].map((n) => `--sl-color-primary-${n}: var(--sl-color-${s.hue}-${n})`).join(";")}"`;
const hued = (s) => palette({ hue: s.pick(PALETTES) });
const checkbox = (s, extra = "") => `<sl-checkbox${size(s)}${state(s)} ${extra}>${s.label}</sl-checkbox>`;
const switched = (s, extra = "") => `<sl-switch${size(s)}${state(s)} ${extra}>${s.label}</sl-switch>`;
const radios = (s, option, attributes = "") => {
  const options = s.options();
  const value = options.find(({ checked }) => checked)?.value ?? "";
  return `<sl-radio-group name="${s.name}" value="${value}" label="${s.aria}"${size(s)} ${attributes}>${options.map(option).join("")}</sl-radio-group>`;
};
const link = (s) => `<a href="#${s.id}">${s.text("word")}</a>`;

export default {
  name: "shoelace",
  packages: ["@shoelace-style/shoelace", "bootstrap-icons"],
  framework: "html",

  setup(env) {
    registerIconLibrary("default", { resolver: (name) => FILES[name] });
    const { classList, style } = document.documentElement;
    classList.toggle("sl-theme-dark", env.dark);
    // Half of the pages keep Shoelace's own blue.
    if (env.random.chance(0.5)) style.cssText += palette({ hue: env.random.pick(PALETTES) }).slice(7, -1);
  },

  toggles: {
    checkbox: (s) => checkbox(s, s.indeterminate ? "indeterminate" : ""),
    "checkbox-help": (s) => checkbox({ ...s, label: s.aria }, `help-text="${s.text("sentence")}"`),
    "checkbox-hued": (s) => checkbox(s, hued(s)),
    "checkbox-invalid": (s) => `<div class="sl-invalid">${checkbox(s)}</div>`,
    "checkbox-scaled": (s) => checkbox(s, `style="--sl-toggle-size-small: ${s.int(12, 18)}px; --sl-toggle-size-medium: ${s.int(18, 26)}px; --sl-toggle-size-large: ${s.int(26, 40)}px; --sl-border-radius-small: ${s.pick([0, 3, 50])}%"`),
    "checkbox-card": (s) => `<sl-card>${checkbox({ ...s, label: s.aria }, `help-text="${s.text("price")}"`)}</sl-card>`,
    "checkbox-row": (s) => `<div class="row"><span>${s.aria}</span>${checkbox({ ...s, label: "" })}</div>`,
    switch: (s) => switched(s),
    "switch-help": (s) => switched({ ...s, label: s.aria }, `help-text="${s.text("sentence")}"`),
    "switch-hued": (s) => switched(s, hued(s)),
    "switch-shaped": (s) => switched(s, `style="--width: ${s.int(36, 80)}px; --height: ${s.int(16, 32)}px; --thumb-size: ${s.int(14, 30)}px"`),
    "switch-row": (s) => `<div class="row"><span>${s.aria}</span>${switched({ ...s, label: "" })}</div>`,
    radio: (s) => radios(s, ({ value, label }) => `<sl-radio value="${value}"${disabled(s)}>${label}</sl-radio>`),
    "radio-row": (s) => radios(s, ({ value, label }) => `<sl-radio value="${value}"${disabled(s)}>${label}</sl-radio>`, 'class="inline"'),
    "radio-hued": (s) => radios(s, ({ value, label }) => `<sl-radio value="${value}"${disabled(s)}>${label}</sl-radio>`, hued(s)),
    "radio-button": (s) => radios(s, ({ value, label }) => `<sl-radio-button value="${value}"${disabled(s)}>${label}</sl-radio-button>`),
    "radio-button-pill": (s) => radios(s, ({ value, label }) => `<sl-radio-button pill value="${value}"${disabled(s)}>${label}</sl-radio-button>`, hued(s)),
    "radio-button-icon": (s) => radios(s, ({ value, label }) => `<sl-radio-button value="${value}"${disabled(s)}>${icon(s, "prefix")}${label}</sl-radio-button>`),
    "tree-checkbox": (s) => `<sl-tree selection="multiple">${s.options(2, 3).map(({ label, checked }) => `<sl-tree-item${checked ? " selected" : ""}${disabled(s)}>${label}</sl-tree-item>`).join("")}</sl-tree>`,
    "toggle-button": (s) => `<sl-button data-pressed="${s.checked}" data-on="${s.pick(VARIANTS.slice(1))}" variant="default"${size(s)}${disabled(s)}>${s.chance(0.4) ? icon(s, "prefix") : ""}${s.aria}</sl-button>`,
    "toggle-icon": (s) => `<sl-icon-button data-pressed="${s.checked}" label="${s.aria}" data-name="${s.pick(["heart", "bookmark", "bell"])}" style="font-size: ${s.pick([1, 1.25, 1.5, 2])}em; color: var(--sl-color-${s.pick(PALETTES)}-600)"></sl-icon-button>`,
  },

  others: {
    button: (s) => `<sl-button variant="${s.pick(VARIANTS)}"${size(s)}${disabled(s)}${s.pick(["", " outline", " pill"])}>${s.label}</sl-button>`,
    "button-icon": (s) => `<sl-button variant="${s.pick(VARIANTS)}"${size(s)}${s.pick(["", " outline", " pill"])}>${icon(s, s.pick(["prefix", "suffix"]))}${s.text("word")}</sl-button>`,
    "button-text": (s) => `<sl-button variant="text"${size(s)}>${s.label}</sl-button>`,
    "button-circle": (s) => `<sl-button variant="${s.pick(VARIANTS)}" circle${size(s)} aria-label="${s.aria}">${icon(s)}</sl-button>`,
    "button-group": (s) => `<sl-button-group label="${s.aria}">${s.options(2, 3).map(({ label }) => `<sl-button>${label}</sl-button>`).join("")}</sl-button-group>`,
    caret: (s) => `<sl-button caret${size(s)}>${s.text("word")}</sl-button>`,
    "icon-button": (s) => `<sl-icon-button name="${s.pick(ICONS)}" label="${s.aria}" style="font-size: ${s.pick([1, 1.25, 1.5])}em"></sl-icon-button>`,
    "icon-words": (s) => `<span>${icon(s)} ${s.text("label")}</span>`,
    input: (s) => `<sl-input label="${s.text("word")}" ${s.pick(["value", "placeholder"])}="${s.text("name")}"${size(s)}${disabled(s)}${s.pick(["", " filled", " pill"])}>${s.chance(0.3) ? icon(s, "prefix") : ""}</sl-input>`,
    password: (s) => `<sl-input type="password" password-toggle value="secret" label="${s.text("word")}"></sl-input>`,
    textarea: (s) => `<sl-textarea value="${s.text("sentence")}" rows="2"></sl-textarea>`,
    select: (s) => `<sl-select value="1"${size(s)} label="${s.text("word")}">${s.options().map(({ value, label }) => `<sl-option value="${value}">${label}</sl-option>`).join("")}</sl-select>`,
    "select-multiple": (s) => `<sl-select value="1 2" multiple clearable>${s.options().map(({ value, label }) => `<sl-option value="${value}">${label}</sl-option>`).join("")}</sl-select>`,
    range: (s) => `<sl-range value="${s.int(0, 100)}" label="${s.label}"></sl-range>`,
    rating: (s) => `<sl-rating value="${s.int(0, 5)}" style="--symbol-size: ${s.int(16, 28)}px"></sl-rating>`,
    badge: (s) => `<sl-badge variant="${s.pick(VARIANTS.slice(1))}"${s.pick(["", " pill"])}>${s.text("short")}</sl-badge>`,
    tag: (s) => `<sl-tag variant="${s.pick(VARIANTS.slice(1))}"${size(s)}${s.pick(["", " pill", " removable"])}>${s.text("short")}</sl-tag>`,
    avatar: (s) => `<div class="row start"><sl-avatar initials="${s.text("name")[0]}" shape="${s.pick(["circle", "square", "rounded"])}" style="--size: ${s.int(24, 48)}px"></sl-avatar><span>${s.text("name")}</span></div>`,
    alert: (s) => `<sl-alert open variant="${s.pick(VARIANTS.slice(1))}"${s.pick(["", " closable"])}>${icon(s, "icon")}${s.text("sentence")}</sl-alert>`,
    progress: (s) => `<sl-progress-bar value="${s.int(5, 100)}" label="${s.aria}"></sl-progress-bar>`,
    ring: (s) => `<sl-progress-ring value="${s.int(5, 100)}" style="--size: ${s.int(40, 80)}px"></sl-progress-ring>`,
    spinner: (s) => `<sl-spinner style="font-size: ${s.int(16, 40)}px"></sl-spinner>`,
    tabs: (s) => `<sl-tab-group>${s.options(2, 3).map(({ value, label }) => `<sl-tab slot="nav" panel="${value}">${label}</sl-tab>`).join("")}</sl-tab-group>`,
    breadcrumb: (s) => `<sl-breadcrumb>${s.options(2, 3).map(({ label }) => `<sl-breadcrumb-item>${label}</sl-breadcrumb-item>`).join("")}</sl-breadcrumb>`,
    menu: (s) => `<sl-menu>${s.options(2, 3).map(({ label }) => `<sl-menu-item>${icon(s, "prefix")}${label}</sl-menu-item>`).join("")}</sl-menu>`,
    tree: (s) => `<sl-tree>${s.options(2, 3).map(({ label }) => `<sl-tree-item>${icon(s)}&nbsp;${label}</sl-tree-item>`).join("")}</sl-tree>`,
    details: (s) => `<sl-details summary="${s.text("phrase")}">${s.text("sentence")}</sl-details>`,
    card: (s) => `<sl-card>${s.chance(0.5) ? `<img slot="image" alt="" src="${s.image(240, 90)}">` : ""}<b>${s.text("phrase")}</b><br>${s.text("sentence")}<div slot="footer">${link(s)}</div></sl-card>`,
    copy: (s) => `<span>${s.text("code")} <sl-copy-button value="${s.id}"></sl-copy-button></span>`,
    color: (s) => `<sl-color-picker value="${s.color()}"${size(s)}></sl-color-picker>`,
    skeleton: () => '<sl-skeleton style="width: 160px"></sl-skeleton>',
    divider: (s) => `<div>${s.text("word")}<sl-divider></sl-divider>${link(s)}</div>`,
  },

  async ready(root) {
    const settled = () => Promise.all([...root.querySelectorAll("*")].map((element) => element.updateComplete));
    await settled();
    // A toggle button's state belongs to the button inside.
    const draw = (host, on) => {
      host.dataset.pressed = on;
      host.shadowRoot.querySelector("button").setAttribute("aria-pressed", on);
      if (host.dataset.on) host.variant = on ? host.dataset.on : "default";
      else host.name = `${host.dataset.name}${on ? "-fill" : ""}`;
    };
    for (const host of root.querySelectorAll("[data-pressed]")) {
      draw(host, host.dataset.pressed === "true");
      host.addEventListener("click", () => draw(host, host.dataset.pressed !== "true"));
    }
    await settled();
  },
};
