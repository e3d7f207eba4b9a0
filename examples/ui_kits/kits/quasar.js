// Quasar: its checkboxes, radios, toggles, option groups, chips and toggle buttons, and its other components.

import "@quasar/extras/material-icons/material-icons.css";
import {
  Dark, QAvatar, QBadge, QBanner, QBreadcrumbs, QBreadcrumbsEl, QBtn, QBtnDropdown, QBtnGroup, QBtnToggle, QCard, QCardActions, QCardSection, QCheckbox, QChip, QCircularProgress,
  QExpansionItem, QFab, QIcon, QInput, QItem, QItemLabel, QItemSection, QLinearProgress, QList, QMarkupTable, QOptionGroup, QPagination, QRadio, QSelect, QSeparator,
  QSkeleton, QSlider, QSpinner, QTab, QTabs, QTimeline, QTimelineEntry, QToggle, QToolbar, QToolbarTitle, Quasar, setCssVar,
} from "quasar";
import "quasar/dist/quasar.css";
import { h, ref } from "vue";
import { stateful } from "../src/frameworks/vue.js";
import "./quasar.css";

const COLORS = ["primary", "secondary", "accent", "positive", "negative", "teal", "orange", "purple", "pink", "indigo", "deep-orange", "cyan-8", "brown"];
const ICONS = ["settings", "home", "notifications", "mail", "person", "search", "delete", "edit", "add", "download", "share", "event", "shopping_cart", "visibility"];
const PAIRS = [["favorite_border", "favorite"], ["star_border", "star"], ["panorama_fish_eye", "task_alt"], ["visibility_off", "visibility"], ["bookmark_border", "bookmark"]];

const color = (s) => s.pick(COLORS);
const icon = (s) => s.pick(ICONS);
const size = (s) => s.pick([undefined, undefined, "sm", "lg", "xl"]);
// Its hidden native input has the state only where it has a name.
const base = (s) => ({ name: s.name, modelValue: s.checked, disable: s.disabled, color: s.chance(0.5) ? undefined : color(s), size: size(s), dense: s.chance(0.3), leftLabel: s.chance(0.15), keepColor: s.chance(0.15), label: s.label || undefined, "aria-label": s.label ? undefined : s.aria });
const chosen = (options) => options.find(({ checked }) => checked)?.value ?? null;

const group = (s, type, props = {}) => {
  const options = s.options();
  const first = chosen(options);
  return stateful(QOptionGroup, { name: s.name, modelValue: type === "radio" ? first : first ? [first] : [], type, options: options.map(({ value, label }) => ({ value, label })), color: color(s), disable: s.disabled, inline: s.chance(0.4), dense: s.chance(0.3), leftLabel: s.chance(0.15), ...props });
};

const turning = (s, attribute, draw) => {
  const on = ref(s.checked);
  return () => draw(on.value, { [attribute]: String(on.value), disable: s.disabled, "aria-label": s.aria, onClick: () => (on.value = !on.value) });
};

// A list row that is one with the control in it.
const row = (s, Control, side) => {
  const on = ref(s.checked);
  const [props, caption] = [{ name: s.name, color: color(s), disable: s.disabled }, s.chance(0.5) ? s.text("sentence") : null];
  const control = () => h(QItemSection, { avatar: side === "start", side: side === "end" }, () => h(Control, { ...props, modelValue: on.value, "onUpdate:modelValue": (next) => (on.value = next), "aria-label": s.aria }));
  const words = () => h(QItemSection, null, () => [h(QItemLabel, null, () => s.aria), caption && h(QItemLabel, { caption: true }, () => caption)]);
  return () => h(QItem, { tag: "label", disable: s.disabled }, () => (side === "start" ? [control(), words()] : [words(), control()]));
};

// What a slot shows is drawn once: it may be asked for again at every render, and the random choices must stay the same.
const fixed = (content) => () => content;

export default {
  name: "quasar",
  packages: ["quasar", "@quasar/extras"],
  framework: "vue",
  rtl: false,

  plugin(app, env) {
    app.use(Quasar, { config: { dark: env.dark } });
    Dark.set(env.dark);
    // Half of the pages keep Quasar's own blue.
    if (env.random.chance(0.5)) setCssVar("primary", env.accent);
  },

  toggles: {
    checkbox: (s) => stateful(QCheckbox, { ...base(s), ...(s.indeterminate ? { modelValue: null } : {}) }),
    "checkbox-icons": (s) => {
      const [uncheckedIcon, checkedIcon] = s.pick(PAIRS);
      return stateful(QCheckbox, { ...base(s), uncheckedIcon, checkedIcon });
    },
    "checkbox-group": (s) => group(s, "checkbox"),
    radio: (s) => group(s, "radio"),
    "radio-icons": (s) => {
      const options = s.options(2, 3);
      const value = ref(chosen(options));
      const props = { name: s.name, color: color(s), size: size(s), checkedIcon: s.pick(["task_alt", "check_circle", "radio_button_checked"]), uncheckedIcon: "panorama_fish_eye", disable: s.disabled };
      return () => h("div", { role: "radiogroup" }, options.map((option) => h(QRadio, { ...props, key: option.value, val: option.value, label: option.label, modelValue: value.value, "onUpdate:modelValue": (next) => (value.value = next) })));
    },
    toggle: (s) => stateful(QToggle, base(s)),
    "toggle-icon": (s) => stateful(QToggle, { ...base(s), ...s.pick([{ checkedIcon: "check", uncheckedIcon: "clear" }, { icon: "alarm" }, { icon: "mail" }, { checkedIcon: "check" }]) }),
    "toggle-group": (s) => group(s, "toggle"),
    "row-checkbox": (s) => row(s, QCheckbox, s.pick(["start", "end"])),
    "row-toggle": (s) => row(s, QToggle, "end"),
    "button-toggle": (s) => {
      const options = s.options(2, 3);
      const value = ref(chosen(options));
      const [toggleColor, look] = [color(s), s.pick([{ unelevated: true, color: "grey-3", textColor: "black" }, { push: true, color: "white", textColor: "primary" }, { unelevated: true, color: "grey-4", textColor: "black" }, { rounded: true, color: "white", textColor: "black" }])];
      return () => h(QBtnToggle, { modelValue: value.value, "onUpdate:modelValue": (next) => (value.value = next), options: options.map((option) => ({ value: option.value, label: option.label })), ...look, clearable: true, toggleColor, toggleTextColor: "white", noCaps: true, disable: s.disabled });
    },
    "toggle-button": (s) => {
      const [shade, content, props] = [color(s), s.chance(0.3) ? icon(s) : undefined, { noCaps: s.chance(0.6), rounded: s.chance(0.3), size: size(s) }];
      return turning(s, "aria-pressed", (on, state) => h(QBtn, { ...props, ...state, icon: content, label: s.aria, color: on ? shade : "grey", outline: !on, unelevated: on }));
    },
    "toggle-icon-button": (s) => {
      const [[off, pressed], shade, round, big] = [s.pick(PAIRS), s.pick(["red", "amber-8", "primary"]), s.chance(0.6), size(s)];
      return turning(s, "aria-pressed", (on, state) => h(QBtn, { ...state, flat: true, round, icon: on ? pressed : off, color: on ? shade : "grey", size: big }));
    },
    "chip-select": (s) => {
      const [shade, filled, square] = [color(s), s.chance(0.5), s.chance(0.3)];
      return turning(s, "aria-checked", (on, state) => h(QChip, { ...state, role: "checkbox", "aria-disabled": s.disabled || undefined, clickable: !s.disabled, square, label: s.aria, icon: on ? "done" : undefined, outline: filled && !on, color: on ? shade : filled ? "grey" : undefined, textColor: on ? "white" : undefined }));
    },
    "card-toggle": (s) => {
      const control = stateful(s.pick([QToggle, QCheckbox]), { ...base(s), label: s.aria });
      const words = s.text("sentence");
      return () => h(QCard, { flat: true, bordered: true }, () => [h(QCardSection, null, () => words), h(QCardActions, null, control)]);
    },
  },

  others: {
    button: (s) => h(QBtn, { label: s.label, color: color(s), icon: s.chance(0.4) ? icon(s) : undefined, disable: s.disabled, noCaps: s.chance(0.5), size: size(s), ...s.pick([{}, { flat: true }, { outline: true }, { push: true }, { unelevated: true }, { rounded: true }, { glossy: true }]) }),
    "icon-button": (s) => h(QBtn, { icon: icon(s), color: color(s), "aria-label": s.aria, ...s.pick([{ round: true }, { flat: true }, { round: true, outline: true }, { fab: true }, { fabMini: true }]) }),
    "button-group": (s) => h(QBtnGroup, { outline: true, class: "wide" }, fixed(s.options(2, 3).map(({ id, label }) => h(QBtn, { key: id, outline: true, label, color: "primary" })))),
    "button-dropdown": (s) => h(QBtnDropdown, { label: s.text("word"), color: color(s), split: s.chance(0.3) }),
    "loading-button": (s) => h(QBtn, { loading: true, color: color(s), label: s.label }),
    fab: (s) => h(QFab, { icon: "add", color: color(s), label: s.chance(0.5) ? s.text("word") : undefined }),
    input: (s) => stateful(QInput, { modelValue: s.chance(0.6) ? s.text("name") : "", label: s.text("word"), disable: s.disabled, dense: s.chance(0.5), ...s.pick([{}, { filled: true }, { outlined: true }, { standout: true }, { rounded: true, outlined: true }]) }, s.chance(0.5) ? { prepend: fixed(h(QIcon, { name: icon(s) }) )} : undefined),
    textarea: (s) => stateful(QInput, { modelValue: s.text("sentence"), type: "textarea", outlined: true, rows: 2, "aria-label": s.aria }),
    select: (s) => h(QSelect, { modelValue: s.text("short"), options: [], label: s.text("word"), dense: s.chance(0.5), ...s.pick([{}, { filled: true }, { outlined: true }]) }),
    slider: (s) => stateful(QSlider, { modelValue: s.int(0, 100), min: 0, max: 100, color: color(s), label: false, markers: s.chance(0.3) ? 25 : false, "aria-label": s.aria }),
    chip: (s) => h(QChip, { label: s.text("short"), icon: s.chance(0.5) ? icon(s) : undefined, color: s.chance(0.6) ? color(s) : undefined, textColor: undefined, outline: s.chance(0.3), square: s.chance(0.3), removable: s.chance(0.3) }),
    badge: (s) => h(QBadge, { label: s.text("short"), color: color(s), rounded: s.chance(0.3), outline: s.chance(0.3) }),
    avatar: (s) => (s.chance(0.5) ? h(QAvatar, null, fixed(h("img", { src: s.image(48), alt: "" }))) : h(QAvatar, { color: color(s), textColor: "white", icon: icon(s), square: s.chance(0.2) })),
    "avatar-name": (s) => h(QItem, { clickable: true }, fixed([h(QItemSection, { avatar: true }, fixed(h(QAvatar, null, fixed(h("img", { src: s.image(40), alt: "" }))))), h(QItemSection, null, fixed([h(QItemLabel, null, fixed(s.text("name"))), h(QItemLabel, { caption: true }, fixed(s.text("email")))]))])),
    banner: (s) => h(QBanner, { rounded: true, dense: true, class: `bg-${color(s)} text-white` }, { default: fixed(s.text("sentence")), avatar: fixed(h(QIcon, { name: icon(s) }) )}),
    progress: (s) => h(QLinearProgress, { value: s.int(5, 100) / 100, color: color(s), size: `${s.int(4, 18)}px`, rounded: s.chance(0.5), stripe: s.chance(0.3), "aria-label": s.aria }),
    "progress-circle": (s) => h(QCircularProgress, { value: s.int(10, 95), size: `${s.int(32, 64)}px`, color: color(s), trackColor: "grey-4", showValue: s.chance(0.5) }),
    spinner: (s) => h(QSpinner, { color: color(s), size: `${s.int(24, 48)}px` }),
    pagination: (s) => stateful(QPagination, { modelValue: 1, max: 4, color: color(s), directionLinks: s.chance(0.5), size: "sm" }),
    tabs: (s) => h(QTabs, { modelValue: "1", dense: s.chance(0.5), noCaps: true, inlineLabel: s.chance(0.5), activeColor: "primary", align: "left" }, fixed(s.options(2, 3).map(({ value, label }) => h(QTab, { key: value, name: value, label, icon: s.chance(0.4) ? icon(s) : undefined })))),
    breadcrumbs: (s) => h(QBreadcrumbs, null, fixed(s.options(2, 3).map(({ id, label }) => h(QBreadcrumbsEl, { key: id, label, icon: s.chance(0.4) ? icon(s) : undefined })))),
    list: (s) => h(QList, { bordered: s.chance(0.5), separator: s.chance(0.5), dense: s.chance(0.4) }, fixed(s.options(2, 4).map(({ id, label }, i) => h(QItem, { key: id, clickable: true, active: i === 1 }, fixed([h(QItemSection, { avatar: true }, fixed(h(QIcon, { name: icon(s) }))), h(QItemSection, null, fixed(label))]))))),
    card: (s) => h(QCard, { bordered: s.chance(0.4) }, fixed([h(QCardSection, null, fixed([h("b", s.text("phrase")), h("div", s.text("sentence"))])), h(QCardActions, null, fixed(h(QBtn, { flat: true, color: "primary", label: s.text("word") })))])),
    expansion: (s) => h(QExpansionItem, { label: s.text("phrase"), icon: s.chance(0.6) ? icon(s) : undefined, caption: s.chance(0.3) ? s.text("short") : undefined }, fixed(s.text("sentence"))),
    table: (s) => h(QMarkupTable, { dense: true, flat: s.chance(0.5) }, fixed(h("tbody", [1, 2].map((i) => h("tr", { key: i }, [h("td", s.text("short")), h("td", s.text("price"))]))))),
    timeline: (s) => h(QTimeline, { color: color(s) }, fixed(s.options(2, 2).map(({ id, label }) => h(QTimelineEntry, { key: id, title: label, icon: s.chance(0.5) ? icon(s) : undefined })))),
    toolbar: (s) => h(QToolbar, { class: `bg-${color(s)} text-white` }, fixed([h(QBtn, { flat: true, round: true, dense: true, icon: "menu", "aria-label": s.aria }), h(QToolbarTitle, null, fixed(s.text("word")))])),
    "icon-text": (s) => h("span", [h(QIcon, { name: icon(s), color: color(s), size: s.pick(["xs", "sm", "md"]) }), " ", s.text("phrase")]),
    skeleton: (s) => h(QSkeleton, { type: s.pick(["QChip", "QBtn", "QAvatar", "text", "QInput"]), animation: "none" }),
    separator: (s) => h("div", [s.text("word"), h(QSeparator), s.text("word")]),
  },
};
