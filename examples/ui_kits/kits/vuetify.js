// Vuetify: its checkboxes, radios, switches, chips, button toggles and selectable lists, and its other components.

import "@mdi/font/css/materialdesignicons.css";
import { createVuetify } from "vuetify/framework";
import {
  VAlert, VAvatar, VBadge, VBanner, VBreadcrumbs, VBtn, VBtnGroup, VBtnToggle, VCard, VCheckbox, VChip, VDivider, VExpansionPanel, VExpansionPanels, VFileInput,
  VIcon, VKbd, VList, VListItem, VNumberInput, VPagination, VProgressCircular, VProgressLinear, VRadio, VRadioGroup, VSelect, VSheet, VSkeletonLoader, VSlider,
  VStepper, VSwitch, VTab, VTable, VTabs, VTextarea, VTextField, VThemeProvider, VTimeline, VTimelineItem, VToolbar,
} from "vuetify/components";
import "vuetify/styles";
import { h, ref } from "vue";
import { stateful } from "../src/frameworks/vue.js";
import "./vuetify.css";

const COLORS = ["primary", "secondary", "success", "error", "warning", "info", "purple", "teal", "indigo", "deep-orange"];
const ICONS = ["cog", "home", "bell", "email", "account", "magnify", "delete", "pencil", "plus", "download", "share-variant", "calendar"].map((name) => `mdi-${name}`);
const PAIRS = [["heart-outline", "heart"], ["star-outline", "star"], ["bookmark-outline", "bookmark"], ["eye-off", "eye"], ["checkbox-blank-circle-outline", "check-circle"], ["close-box-outline", "close-box"]];

const color = (s) => s.pick(COLORS);
const icon = (s) => s.pick(ICONS);
const density = (s) => s.pick(["default", "default", "comfortable", "compact"]);
const size = (s) => s.pick(["small", "default", "default", "large"]);
const base = (s) => ({ disabled: s.disabled, color: s.pick([undefined, "primary", ...COLORS]), density: density(s), hideDetails: true, label: s.label || undefined, "aria-label": s.label ? undefined : s.aria });
const chosen = (options) => options.find(({ checked }) => checked)?.value ?? null;
const pair = (s) => {
  const [falseIcon, trueIcon] = s.pick(PAIRS).map((name) => `mdi-${name}`);
  return { falseIcon, trueIcon };
};

const radios = (s, props = {}) => {
  const options = s.options();
  const shade = s.pick([undefined, ...COLORS]);
  return stateful(VRadioGroup, { modelValue: chosen(options), name: s.name, disabled: s.disabled, hideDetails: true, density: density(s), label: s.label || undefined, ...props }, () => options.map(({ value, label }) => h(VRadio, { key: value, value, label, color: shade })));
};

// Something drawn as on or off that says so with an ARIA attribute.
const turning = (s, attribute, draw) => {
  const on = ref(s.checked);
  return () => draw(on.value, { [attribute]: String(on.value), disabled: s.disabled, "aria-disabled": s.disabled || undefined, "aria-label": s.aria, onClick: () => (on.value = !on.value) });
};

const toggles = (s, buttons, multiple, props) => {
  const value = ref(multiple ? (s.checked ? [0] : []) : s.checked ? 0 : undefined);
  const is = (i) => (multiple ? value.value.includes(i) : value.value === i);
  return () => h(VBtnToggle, { modelValue: value.value, "onUpdate:modelValue": (next) => (value.value = next), multiple, disabled: s.disabled, ...props }, () => buttons.map((button, i) => h(VBtn, { key: i, value: i, "aria-pressed": String(is(i)), "aria-label": button.aria, icon: button.icon }, button.label ? () => button.label : undefined)));
};

const listed = (s, draw) => {
  const items = s.options(2, 3).map((option) => ({ ...option, on: ref(option.checked) }));
  return () => h(VList, { density: "compact", lines: false, border: true, rounded: true }, () => items.map(({ value, label, on }) => h(VListItem, { key: value, title: label }, { [draw.slot]: () => h(draw.control, { modelValue: on.value, "onUpdate:modelValue": (next) => (on.value = next), disabled: s.disabled, color: draw.color, hideDetails: true, density: "compact", "aria-label": label }) })));
};

let theme;

// What a slot shows is drawn once: it may be asked for again at every render, and the random choices must stay the same.
const fixed = (content) => () => content;

export default {
  name: "vuetify",
  packages: ["vuetify", "@mdi/font"],
  framework: "vue",

  setup(env) {
    theme = env.dark ? "dark" : "light";
  },

  plugin(app, env) {
    // Half of the pages keep Vuetify's own colours.
    const colors = env.random.chance(0.5) ? { primary: env.accent } : {};
    app.use(createVuetify({ theme: { defaultTheme: theme, themes: { light: { colors }, dark: { colors } } }, locale: { locale: "en", rtl: { en: env.rtl } } }));
  },

  Provider: (props, { slots }) => h(VThemeProvider, { theme }, slots),

  toggles: {
    checkbox: (s) => stateful(VCheckbox, { ...base(s), modelValue: s.checked, indeterminate: s.indeterminate }),
    "checkbox-icons": (s) => stateful(VCheckbox, { ...base(s), ...pair(s), modelValue: s.checked }),
    "checkbox-error": (s) => stateful(VCheckbox, { ...base(s), modelValue: s.checked, error: true }),
    "checkbox-base-color": (s) => stateful(VCheckbox, { ...base(s), color: undefined, baseColor: color(s), modelValue: s.checked }),
    radio: (s) => radios(s),
    "radio-inline": (s) => radios(s, { inline: true }),
    "radio-icons": (s) => radios(s, { trueIcon: "mdi-check-circle", falseIcon: "mdi-circle-outline" }),
    switch: (s) => stateful(VSwitch, { ...base(s), modelValue: s.checked }),
    "switch-inset": (s) => stateful(VSwitch, { ...base(s), inset: s.pick([true, "material", "square"]), modelValue: s.checked }),
    "switch-icons": (s) => stateful(VSwitch, { ...base(s), inset: s.chance(0.5), trueIcon: "mdi-check", falseIcon: s.pick(["mdi-close", undefined]), modelValue: s.checked }),
    "switch-flat": (s) => stateful(VSwitch, { ...base(s), flat: true, modelValue: s.checked }),
    "toggle-button": (s) => {
      const [look, shade, content] = [s.pick(["outlined", "text", "tonal"]), color(s), s.chance(0.3) ? icon(s) : undefined];
      const props = { size: size(s), rounded: s.pick([undefined, "pill", "lg"]), prependIcon: content };
      return turning(s, "aria-pressed", (on, state) => h(VBtn, { ...props, ...state, variant: on ? "flat" : look, color: on ? shade : undefined }, () => s.aria));
    },
    "toggle-icon-button": (s) => {
      const [{ falseIcon, trueIcon }, shade, look, big] = [pair(s), color(s), s.pick(["text", "outlined", "tonal"]), size(s)];
      return turning(s, "aria-pressed", (on, state) => h(VBtn, { ...state, icon: on ? trueIcon : falseIcon, color: on ? shade : undefined, variant: look, size: big }));
    },
    "button-toggle": (s) => toggles(s, s.options(2, 3), false, { variant: "outlined", color: color(s), density: density(s), divided: s.chance(0.5) }),
    "button-toggle-icons": (s) => toggles(s, ["bold", "italic", "underline"].map((name) => ({ aria: name, icon: `mdi-format-${name}` })), true, { variant: "outlined", color: color(s), divided: true }),
    "filter-chip": (s) => {
      const [shade, look, round] = [color(s), s.pick(["outlined", "tonal"]), s.pick([undefined, "lg"])];
      const ticked = s.chance(0.5);
      return turning(s, "aria-checked", (on, state) => h(VChip, { ...state, link: true, role: "checkbox", rounded: round, size: "default", variant: on ? "flat" : look, color: on ? shade : undefined, prependIcon: on && ticked ? "mdi-check" : undefined }, () => s.aria));
    },
    "list-checkbox": (s) => listed(s, { slot: "prepend", control: VCheckbox, color: color(s) }),
    "list-switch": (s) => listed(s, { slot: "append", control: VSwitch, color: color(s) }),
    "selectable-card": (s) => {
      const [shade, detail] = [color(s), s.text("phrase")];
      return turning(s, "aria-checked", (on, state) => h(VCard, { ...state, role: "checkbox", tabindex: 0, variant: on ? "tonal" : "outlined", color: on ? shade : undefined, title: s.aria, text: detail, appendIcon: on ? "mdi-check-circle" : undefined }));
    },
  },

  others: {
    button: (s) => h(VBtn, { variant: s.pick(["elevated", "flat", "tonal", "outlined", "text", "plain"]), color: s.pick([undefined, ...COLORS]), size: size(s), rounded: s.pick([undefined, "pill", "0"]), disabled: s.disabled, prependIcon: s.chance(0.4) ? icon(s) : undefined }, fixed(s.label)),
    "icon-button": (s) => h(VBtn, { icon: icon(s), variant: s.pick(["elevated", "tonal", "outlined", "text"]), color: s.pick([undefined, ...COLORS]), size: size(s), "aria-label": s.aria }),
    "button-group": (s) => h(VBtnGroup, { density: "compact", variant: "outlined", divided: true }, fixed(s.options(2, 3).map(({ id, label }) => h(VBtn, { key: id }, fixed(label))))),
    "loading-button": (s) => h(VBtn, { loading: true, color: color(s) }, fixed(s.label)),
    input: (s) => stateful(VTextField, { modelValue: s.chance(0.6) ? s.text("name") : "", label: s.text("word"), variant: s.pick(["filled", "outlined", "underlined", "solo"]), density: density(s), prependInnerIcon: s.chance(0.4) ? icon(s) : undefined, disabled: s.disabled, hideDetails: true }),
    textarea: (s) => stateful(VTextarea, { modelValue: s.text("sentence"), label: s.text("word"), variant: s.pick(["filled", "outlined"]), rows: 2, hideDetails: true }),
    select: (s) => h(VSelect, { modelValue: s.text("short"), items: [], label: s.text("word"), variant: s.pick(["filled", "outlined", "underlined"]), density: density(s), hideDetails: true }),
    "number-input": (s) => stateful(VNumberInput, { modelValue: s.int(0, 99), controlVariant: s.pick(["default", "stacked", "split"]), density: "compact", variant: "outlined", hideDetails: true, "aria-label": s.aria }),
    "file-input": (s) => h(VFileInput, { label: s.text("phrase"), density: "compact", variant: "outlined", hideDetails: true }),
    slider: (s) => stateful(VSlider, { modelValue: s.int(0, 100), color: color(s), hideDetails: true, prependIcon: s.chance(0.4) ? icon(s) : undefined, "aria-label": s.aria }),
    chip: (s) => h(VChip, { color: s.pick([undefined, ...COLORS]), variant: s.pick(["flat", "tonal", "outlined", "elevated"]), size: size(s), prependIcon: s.chance(0.4) ? icon(s) : undefined, closable: s.chance(0.3) }, fixed(s.text("short"))),
    badge: (s) => h(VBadge, { content: s.int(1, 99), color: color(s) }, fixed(h(VIcon, { icon: icon(s) }))),
    avatar: (s) => h(VAvatar, s.chance(0.5) ? { image: s.image(48), rounded: s.pick([undefined, "lg"]) } : { color: color(s), text: s.text("name")[0] }),
    "avatar-name": (s) => h(VListItem, { title: s.text("name"), subtitle: s.text("email"), prependAvatar: s.image(40) }),
    alert: (s) => h(VAlert, { type: s.pick(["success", "info", "warning", "error"]), variant: s.pick(["flat", "tonal", "outlined"]), density: density(s), text: s.text("sentence"), closable: s.chance(0.4) }),
    banner: (s) => h(VBanner, { icon: icon(s), color: color(s), text: s.text("sentence"), lines: "two", stacked: false }),
    progress: (s) => h(VProgressLinear, { modelValue: s.int(5, 100), color: color(s), height: s.int(4, 16), rounded: s.chance(0.5), striped: s.chance(0.3), "aria-label": s.aria }),
    spinner: (s) => h(VProgressCircular, { modelValue: s.int(10, 95), color: color(s), size: s.int(24, 56), "aria-label": s.aria }),
    pagination: (s) => h(VPagination, { length: 3, modelValue: 1, density: "compact", size: "small", color: color(s) }),
    tabs: (s) => h(VTabs, { modelValue: "1", color: color(s), density: "compact", showArrows: false }, fixed(s.options(2, 3).map(({ value, label }) => h(VTab, { key: value, value, prependIcon: s.chance(0.3) ? icon(s) : undefined }, fixed(label))))),
    breadcrumbs: (s) => h(VBreadcrumbs, { items: s.options(2, 3).map(({ id, label }) => ({ title: label, href: `#${id}` })), density: "compact", style: "flex-wrap: wrap" }),
    list: (s) => h(VList, { density: "compact", rounded: true }, fixed(s.options(2, 4).map(({ id, label }, i) => h(VListItem, { key: id, title: label, prependIcon: icon(s), active: i === 1, color: "primary", link: true })))),
    card: (s) => h(VCard, { title: s.text("phrase"), text: s.text("sentence"), variant: s.pick(["elevated", "outlined", "tonal"]) }, { actions: fixed(h(VBtn, { color: "primary" }, fixed(s.text("word"))) )}),
    accordion: (s) => h(VExpansionPanels, null, fixed(s.options(2, 2).map(({ id, label }) => h(VExpansionPanel, { key: id, title: label, text: s.text("sentence") })))),
    table: (s) => h(VTable, { density: "compact" }, fixed(h("tbody", [1, 2].map((i) => h("tr", { key: i }, [h("td", s.text("short")), h("td", s.text("price"))]))))),
    stepper: (s) => h(VStepper, { items: s.options(2, 3, "word").map(({ label }) => label), modelValue: 1, hideActions: true, flat: true, mobile: true }),
    timeline: (s) => h(VTimeline, { density: "compact", side: "end" }, fixed(s.options(2, 3).map(({ id, label }) => h(VTimelineItem, { key: id, dotColor: color(s), size: "small" }, fixed(label))))),
    toolbar: (s) => h(VToolbar, { density: "compact", color: s.pick([undefined, "primary"]), title: s.text("word") }, { prepend: fixed(h(VBtn, { icon: "mdi-menu", "aria-label": s.aria }) )}),
    "icon-text": (s) => h("span", [h(VIcon, { icon: icon(s), color: color(s), size: size(s) }), " ", s.text("phrase")]),
    skeleton: (s) => h(VSkeletonLoader, { type: s.pick(["list-item-avatar", "heading", "button", "sentences"]), boilerplate: true }),
    sheet: (s) => h(VSheet, { elevation: s.int(1, 6), rounded: true, class: "pa-3" }, fixed(s.text("sentence"))),
    kbd: (s) => h(VKbd, null, fixed(s.pick(["Ctrl", "⌘ K", "Esc", "Shift"]))),
    divider: (s) => h(VDivider, null, fixed(s.text("word"))),
  },
  // A control's picture lies beside its input, in no label: what holds both takes its role, so that it is known to be one control. Its state stays
  // the input's.
  ready(root) {
    for (const input of root.querySelectorAll(".v-selection-control input")) {
      const wrapper = input.closest(".v-selection-control__wrapper");
      wrapper.setAttribute("role", input.closest(".v-switch") ? "switch" : input.type);
      if (input.disabled) wrapper.setAttribute("aria-disabled", "true");
    }
  },
};
