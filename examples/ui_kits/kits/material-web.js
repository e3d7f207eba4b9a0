// Material Web, Google's web components of Material 3: checkboxes, radios, switches, filter chips, toggle icon buttons, segmented buttons.

import "@material/web/all.js";
import "@material/web/labs/badge/badge.js";
import "@material/web/labs/card/elevated-card.js";
import "@material/web/labs/card/filled-card.js";
import "@material/web/labs/card/outlined-card.js";
import "@material/web/labs/navigationbar/navigation-bar.js";
import "@material/web/labs/navigationtab/navigation-tab.js";
import "@material/web/labs/segmentedbutton/outlined-segmented-button.js";
import "@material/web/labs/segmentedbuttonset/outlined-segmented-button-set.js";
import "@mdi/font/css/materialdesignicons.css";
import "./material-web.css";

const ICONS = ["account", "bell", "calendar", "cart", "cog", "delete", "download", "home", "map-marker", "magnify", "pencil", "send"];
const PAIRS = [["heart-outline", "heart"], ["bookmark-outline", "bookmark"], ["star-outline", "star"], ["eye-off-outline", "eye"], ["pin-off-outline", "pin"]];

const drawn = (name, slot = "") => `<md-icon${slot && ` slot="${slot}"`}><i class="mdi mdi-${name}"></i></md-icon>`;
const icon = (s, slot) => drawn(s.pick(ICONS), slot);
const disabled = (s) => (s.disabled ? " disabled" : "");
const state = (s, on = s.checked) => `${on ? " checked" : ""}${disabled(s)} aria-label="${s.aria}"`;
// The components bring no words: a label around them does.
const labelled = (s, control, words = s.label) => `<label class="labelled${s.pick(["", "", "", " before", " apart"])}">${control}${words && `<span>${words}</span>`}</label>`;
const hue = (s) => ` style="--md-sys-color-primary: hsl(${s.int(0, 359)} ${s.int(45, 90)}% 48%); --md-sys-color-on-primary: #fff"`;
const checkbox = (s, extra = "") => `<md-checkbox touch-target="${s.pick(["wrapper", "none"])}"${state(s)}${extra}></md-checkbox>`;
const radios = (s, extra = "", separate = "") => s.options().map((choice) => `<label class="labelled${separate}"><md-radio role="radio" name="${s.name}" value="${choice.value}"${state({ ...s, ...choice, aria: choice.label })}${extra}></md-radio><span>${choice.label}</span></label>`).join("");
const switched = (s, extra = "") => `<md-switch${state(s).replace("checked", "selected")}${extra}></md-switch>`;
const item = (s, start, end, words = s.aria) => `<md-list><md-list-item type="text">${start}<div slot="headline">${words}</div>${s.chance(0.5) ? `<div slot="supporting-text">${s.text("sentence")}</div>` : ""}${end}</md-list-item></md-list>`;
const toggleIcon = (s, kind) => {
  const [off, on] = s.pick(PAIRS);
  return `<md-${kind}icon-button toggle${s.checked ? " selected" : ""}${disabled(s)} aria-label="${s.aria}">${drawn(off)}${drawn(on, "selected")}</md-${kind}icon-button>`;
};
const chips = (s, props = "", before = () => "") => `<md-chip-set>${s.options(1, 3).map(({ label, checked }) => `<md-filter-chip label="${label}"${checked ? " selected" : ""}${disabled(s)}${props}>${before()}</md-filter-chip>`).join("")}</md-chip-set>`;
const segmented = (s, props, inner = () => "") => `<md-outlined-segmented-button-set${props}>${s.options(2, 3, "word").map(({ label, checked }) => `<md-outlined-segmented-button label="${label}"${checked ? " selected" : ""}${disabled(s)}>${inner()}</md-outlined-segmented-button>`).join("")}</md-outlined-segmented-button-set>`;
const wrapped = (tag, content, attributes = "") => `<${tag}${attributes}>${content}</${tag}>`;
const button = (s) => s.pick(["filled", "outlined", "text", "elevated", "filled-tonal"]);

export default {
  name: "material-web",
  packages: ["@material/web", "@mdi/font"],
  framework: "html",

  setup(env) {
    // Half of the pages keep Material's own purple.
    if (env.random.chance(0.5)) document.documentElement.style.setProperty("--seed", env.accent);
  },

  toggles: {
    checkbox: (s) => labelled(s, checkbox(s, s.indeterminate ? " indeterminate" : "")),
    "checkbox-hued": (s) => labelled(s, checkbox(s, hue(s))),
    "checkbox-scaled": (s) => {
      const size = s.int(14, 34);
      return labelled(s, checkbox(s, ` style="--md-checkbox-container-size: ${size}px; --md-checkbox-icon-size: ${size}px; --md-checkbox-container-shape: ${s.pick([0, 2, 4, 99])}px"`));
    },
    "checkbox-bare": (s) => checkbox(s),
    "checkbox-item": (s) => item(s, checkbox(s, ' slot="start"'), ""),
    "checkbox-item-end": (s) => item(s, s.chance(0.5) ? icon(s, "start") : "", checkbox(s, ' slot="end"')),
    "checkbox-card": (s) => wrapped(`md-${s.pick(["elevated", "filled", "outlined"])}-card`, `${labelled(s, checkbox(s), s.aria)}<small>${s.text("price")}</small>`),
    radio: (s) => `<div role="radiogroup" class="column">${radios(s)}</div>`,
    "radio-row": (s) => `<div role="radiogroup" class="row">${radios(s)}</div>`,
    "radio-hued": (s) => `<div role="radiogroup" class="column">${radios(s, hue(s))}</div>`,
    "radio-scaled": (s) => `<div role="radiogroup" class="column">${radios(s, ` style="--md-radio-icon-size: ${s.int(16, 32)}px"`, s.pick(["", " apart"]))}</div>`,
    switch: (s) => labelled(s, switched(s)),
    "switch-icons": (s) => labelled(s, switched(s, " icons")),
    "switch-icon": (s) => labelled(s, switched(s, " icons show-only-selected-icon")),
    "switch-hued": (s) => labelled(s, switched(s, hue(s))),
    "switch-item": (s) => item(s, s.chance(0.5) ? icon(s, "start") : "", switched(s, ' slot="end"')),
    "switch-shaped": (s) => labelled(s, switched(s, ` style="--md-switch-track-height: ${s.int(24, 36)}px; --md-switch-track-width: ${s.int(48, 64)}px; --md-switch-track-shape: ${s.pick([8, 99])}px; --md-switch-handle-shape: ${s.pick([4, 99])}px"`)),
    "filter-chip": (s) => chips(s),
    "filter-chip-elevated": (s) => chips(s, " elevated"),
    "filter-chip-icon": (s) => chips(s, "", () => icon(s, "icon")),
    segmented: (s) => segmented(s, ""),
    "segmented-multiple": (s) => segmented(s, " multiselect"),
    "icon-toggle": (s) => toggleIcon(s, ""),
    "icon-toggle-filled": (s) => toggleIcon(s, "filled-"),
    "icon-toggle-tonal": (s) => toggleIcon(s, "filled-tonal-"),
    "icon-toggle-outlined": (s) => toggleIcon(s, "outlined-"),
  },

  others: {
    button: (s) => wrapped(`md-${button(s)}-button`, s.label, disabled(s)),
    "button-icon": (s) => {
      const tag = `md-${button(s)}-button`;
      return `<${tag}${s.pick(["", " trailing-icon"])}>${s.text("word")}${icon(s, "icon")}</${tag}>`;
    },
    "icon-button": (s) => {
      const tag = `md-${s.pick(["", "filled-", "filled-tonal-", "outlined-"])}icon-button`;
      return `<${tag}${disabled(s)} aria-label="${s.aria}">${icon(s)}</${tag}>`;
    },
    fab: (s) => `<md-fab variant="${s.pick(["surface", "primary", "secondary", "tertiary"])}" size="${s.pick(["small", "medium", "large"])}" aria-label="${s.aria}">${icon(s, "icon")}</md-fab>`,
    "fab-extended": (s) => `<md-fab label="${s.text("word")}" variant="${s.pick(["surface", "primary", "secondary"])}">${icon(s, "icon")}</md-fab>`,
    "icon-words": (s) => `<div class="labelled">${icon(s)}<span>${s.text("label")}</span></div>`,
    "assist-chip": (s) => `<md-chip-set><md-assist-chip label="${s.text("short")}"${s.pick(["", " elevated"])}>${icon(s, "icon")}</md-assist-chip></md-chip-set>`,
    "input-chip": (s) => `<md-chip-set><md-input-chip label="${s.text("name")}"${s.pick(["", " avatar"])}>${s.chance(0.5) ? `<img slot="icon" alt="" src="${s.image(24)}">` : ""}</md-input-chip></md-chip-set>`,
    "suggestion-chip": (s) => `<md-chip-set><md-suggestion-chip label="${s.text("phrase")}"></md-suggestion-chip></md-chip-set>`,
    "text-field": (s) => `<md-outlined-text-field label="${s.text("word")}" value="${s.text("name")}"${disabled(s)}>${s.chance(0.4) ? icon(s, "leading-icon") : ""}</md-outlined-text-field>`,
    "text-field-filled": (s) => `<md-filled-text-field label="${s.text("word")}" value="${s.chance(0.6) ? s.text("email") : ""}" supporting-text="${s.text("phrase")}">${s.chance(0.4) ? icon(s, "trailing-icon") : ""}</md-filled-text-field>`,
    select: (s) => `<md-outlined-select label="${s.text("word")}">${s.options().map(({ value, label }, i) => `<md-select-option value="${value}"${i ? "" : " selected"}><div slot="headline">${label}</div></md-select-option>`).join("")}</md-outlined-select>`,
    "select-filled": (s) => `<md-filled-select label="${s.text("word")}">${s.options().map(({ value, label }) => `<md-select-option value="${value}"><div slot="headline">${label}</div></md-select-option>`).join("")}</md-filled-select>`,
    slider: (s) => `<md-slider value="${s.int(0, 100)}"${s.pick(["", " ticks step=10"])}${disabled(s)} aria-label="${s.aria}"></md-slider>`,
    "slider-range": (s) => `<md-slider range value-start="${s.int(0, 40)}" value-end="${s.int(50, 100)}" aria-label="${s.aria}"></md-slider>`,
    progress: (s) => `<md-linear-progress value="${s.int(5, 100) / 100}" aria-label="${s.aria}"></md-linear-progress>`,
    "progress-circular": (s) => `<md-circular-progress value="${s.int(10, 100) / 100}" aria-label="${s.aria}"></md-circular-progress>`,
    tabs: (s) => `<md-tabs>${s.options(2, 3, "word").map(({ label }) => `<md-primary-tab${s.chance(0.5) ? "" : " inline-icon"}>${icon(s, "icon")}${label}</md-primary-tab>`).join("")}</md-tabs>`,
    "tabs-secondary": (s) => `<md-tabs>${s.options(2, 3, "word").map(({ label }) => `<md-secondary-tab>${label}</md-secondary-tab>`).join("")}</md-tabs>`,
    list: (s) => `<md-list>${s.options(2, 3).map(({ label }) => `<md-list-item type="button">${icon(s, "start")}<div slot="headline">${label}</div><div slot="trailing-supporting-text">${s.text("number")}</div></md-list-item>`).join("")}</md-list>`,
    "list-link": (s) => `<md-list><md-list-item type="link" href="#${s.id}">${s.chance(0.5) ? `<img slot="start" alt="" src="${s.image(40)}">` : icon(s, "start")}<div slot="headline">${s.text("phrase")}</div><div slot="supporting-text">${s.text("sentence")}</div></md-list-item></md-list>`,
    "menu-item": (s) => `<md-menu-item>${icon(s, "start")}<div slot="headline">${s.text("word")}</div></md-menu-item>`,
    badge: (s) => `<span class="badged">${icon(s)}<md-badge value="${s.int(1, 99)}"></md-badge></span>`,
    card: (s) => {
      const tag = `md-${s.pick(["elevated", "filled", "outlined"])}-card`;
      return `<${tag}><img alt="" src="${s.image(220, 80)}"><b>${s.text("phrase")}</b><span>${s.text("sentence")}</span></${tag}>`;
    },
    navigation: (s) => `<md-navigation-bar>${s.options(2, 3, "word").map(({ label }) => `<md-navigation-tab label="${label}">${icon(s, "active-icon")}${icon(s, "inactive-icon")}</md-navigation-tab>`).join("")}</md-navigation-bar>`,
    divider: (s) => `<div>${s.text("word")}<md-divider></md-divider>${s.text("phrase")}</div>`,
  },

  async ready(root) {
    await Promise.all([...root.querySelectorAll("*")].map((element) => element.updateComplete));
    // Radios have their role and state in ElementInternals, where no script outside can read them: the same as attributes.
    const show = () => root.querySelectorAll("md-radio").forEach((radio) => radio.setAttribute("aria-checked", radio.checked));
    show();
    root.addEventListener("change", show);
    // A chip's and a segment's outline is drawn beside the button inside: a shadow that nobody sees says how far that reaches.
    for (const host of root.querySelectorAll("md-filter-chip, md-outlined-segmented-button")) {
      host.shadowRoot.querySelector("button").style.boxShadow = "0 0 transparent";
    }
  },
};
