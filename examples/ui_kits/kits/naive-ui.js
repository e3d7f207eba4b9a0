// Naive UI: its checkboxes, radios, switches, checkable tags and selectable tables, and its other components.

import { h, ref } from "vue";
import {
  darkTheme, NAlert, NAvatar, NBadge, NBreadcrumb, NBreadcrumbItem, NButton, NButtonGroup, NCard, NCheckbox, NCheckboxGroup, NCollapse, NCollapseItem, NConfigProvider, NDataTable,
  NDescriptions, NDescriptionsItem, NDivider, NDynamicTags, NEmpty, NFlex, NInput, NInputNumber, NList, NListItem, NMenu, NPageHeader, NPagination, NProgress, NRadio, NRadioButton, NRadioGroup,
  NResult, NSelect, NSkeleton, NSlider, NSpin, NStatistic, NStep, NSteps, NSwitch, NTab, NTable, NTabs, NTag, NText, NThing, NTimeline, NTimelineItem, NTree,
} from "naive-ui";
import "./naive-ui.css";

const TYPES = ["primary", "info", "success", "warning", "error"];
const GLYPHS = { bell: "M12 22a2 2 0 0 0 2-2h-4a2 2 0 0 0 2 2zm7-6v-5a7 7 0 0 0-14 0v5l-2 2v1h18v-1z", home: "M12 3 2 12h3v8h5v-6h4v6h5v-8h3z", mail: "M3 5h18v14H3zm9 8 8-6H4z", plus: "M11 4h2v7h7v2h-7v7h-2v-7H4v-2h7z", bin: "M6 7h12v14H6zM9 3h6l1 2h4v1H4V5h4z", pen: "M4 16 15 5l4 4L8 20H4z", user: "M12 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10zm0 2c-5 0-9 3-9 8h18c0-5-4-8-9-8z" };
const MOON = "M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z";
const SUN = "M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM11 1h2v4h-2zm0 18h2v4h-2zM1 11h4v2H1zm18 0h4v2h-4z";
const HEART = "M12 21 3 12a6 6 0 0 1 9-8 6 6 0 0 1 9 8z";

// Naive UI brings no icons: a few plain ones.
const glyph = (path, filled = true) => h("svg", { viewBox: "0 0 24 24", width: "1em", height: "1em", fill: filled ? "currentColor" : "none", stroke: "currentColor", "stroke-width": filled ? 0 : 2 }, h("path", { d: path }));
const icon = (s) => {
  const path = s.pick(Object.values(GLYPHS));
  return () => glyph(path);
};
const size = (s) => s.pick(["small", "medium", "medium", "large"]);
const quiet = (s) => ({ disabled: s.disabled, "aria-disabled": s.disabled || undefined, "aria-label": s.aria });
const chosen = (options) => options.find(({ checked }) => checked)?.value ?? null;

const checkbox = (s, props = {}, words = s.label) => {
  const [on, mixed] = [ref(s.checked), ref(s.indeterminate)];
  const turn = (next) => [on.value, mixed.value] = [next, false];
  return () => h(NCheckbox, { ...quiet(s), checked: on.value, indeterminate: mixed.value, "onUpdate:checked": turn, ...props }, words ? () => words : undefined);
};

const radios = (s, Choice, props = {}) => {
  const options = s.options();
  const value = ref(chosen(options));
  return () => h(NRadioGroup, { value: value.value, "onUpdate:value": (next) => (value.value = next), name: s.name, disabled: s.disabled, ...props }, () => {
    const choices = options.map((option) => h(Choice, { key: option.value, value: option.value }, () => option.label));
    return Choice === NRadio ? h(NFlex, { vertical: props.vertical }, () => choices) : choices;
  });
};

const switched = (s, props = {}, slots) => {
  const on = ref(s.checked);
  const before = s.chance(0.4);
  const control = () => h(NSwitch, { ...quiet(s), value: on.value, "onUpdate:value": (next) => (on.value = next), ...props }, slots);
  const words = s.label && h("span", null, s.label);
  return () => h(NFlex, { align: "center", wrap: false, inline: true }, () => (before ? [words, control()] : [control(), words]));
};

const turning = (s, attribute, draw) => {
  const on = ref(s.checked);
  return () => draw(on.value, { ...quiet(s), [attribute]: String(on.value), onClick: () => !s.disabled && (on.value = !on.value) });
};

// What a slot shows is drawn once: it may be asked for again at every render, and the random choices must stay the same.
const fixed = (content) => () => content;

export default {
  name: "naive-ui",
  packages: ["naive-ui"],
  framework: "vue",
  rtl: false,

  Provider: {
    props: ["env"],
    setup({ env }, { slots }) {
      // Half of the pages keep Naive UI's own green.
      const accents = env.random.chance(0.5) ? { primaryColor: env.accent, primaryColorHover: env.accent, primaryColorPressed: env.accent, primaryColorSuppl: env.accent } : {};
      const common = { ...accents, fontFamily: env.font, borderRadius: env.random.pick(["0", "3px", "3px", "8px", "14px"]) };
      return () => h(NConfigProvider, { theme: env.dark ? darkTheme : null, themeOverrides: { common } }, slots);
    },
  },

  toggles: {
    checkbox: (s) => checkbox(s),
    "checkbox-sizes": (s) => checkbox(s, { size: s.pick(["small", "large"]) }),
    "checkbox-group": (s) => {
      const options = s.options();
      const value = ref(options.filter(({ checked }) => checked).map(({ value }) => value));
      return () => h(NCheckboxGroup, { value: value.value, "onUpdate:value": (next) => (value.value = next) }, () => h(NFlex, { vertical: s.checked }, () => options.map((option) => h(NCheckbox, { key: option.value, value: option.value, label: option.label, disabled: s.disabled, "aria-disabled": s.disabled || undefined }))));
    },
    radio: (s) => radios(s, NRadio, { vertical: true, size: size(s) }),
    "radio-row": (s) => radios(s, NRadio, { size: size(s) }),
    "radio-button": (s) => radios(s, NRadioButton, { size: size(s) }),
    switch: (s) => switched(s, { size: size(s) }),
    "switch-square": (s) => switched(s, { size: size(s), round: false }),
    "switch-text": (s) => {
      const [checked, unchecked] = s.pick([["ON", "OFF"], ["1", "0"], [s.text("word"), s.text("word")]]);
      return switched(s, {}, { checked: () => checked, unchecked: () => unchecked });
    },
    "switch-icons": (s) => switched(s, { size: s.pick(["medium", "large"]) }, { "checked-icon": () => glyph(SUN), "unchecked-icon": () => glyph(MOON) }),
    "switch-colors": (s) => {
      const shade = s.color();
      return switched(s, { size: size(s), railStyle: ({ checked }) => (checked ? { background: shade } : {}) });
    },
    "check-tag": (s) => {
      const look = { size: size(s), round: s.chance(0.3) };
      return turning(s, "aria-checked", (on, { onClick, ...state }) => h(NTag, { ...state, ...look, checkable: true, checked: on, role: "checkbox", tabindex: 0, "onUpdate:checked": onClick }, () => s.aria));
    },
    "toggle-button": (s) => {
      const [type, look, draw] = [s.pick(TYPES), s.pick([{}, { dashed: true }, { quaternary: true }, { tertiary: true }, { round: true }]), s.chance(0.3) ? icon(s) : undefined];
      const big = size(s);
      return turning(s, "aria-pressed", (on, state) => h(NButton, { ...state, ...(on ? { round: look.round } : look), type: on ? type : "default", size: big }, { default: () => s.aria, ...(draw && { icon: draw }) }));
    },
    "toggle-icon-button": (s) => {
      const [type, big, circle] = [s.pick(["error", "primary", "warning"]), size(s), s.chance(0.6)];
      return turning(s, "aria-pressed", (on, state) => h(NButton, { ...state, type: on ? type : "default", ghost: on, circle, size: big }, { icon: () => glyph(HEART, on) }));
    },
    "list-switch": (s) => {
      const items = s.options(2, 3).map((option) => ({ ...option, on: ref(option.checked) }));
      return () => h(NList, { bordered: true, class: "list" }, () => items.map(({ value, label, on }) => h(NListItem, { key: value }, { default: () => label, suffix: () => h(NSwitch, { ...quiet(s), "aria-label": label, value: on.value, "onUpdate:value": (next) => (on.value = next) }) })));
    },
    "card-checkbox": (s) => {
      const control = checkbox(s, {}, s.aria);
      const words = s.text("sentence");
      return () => h(NCard, { size: "small" }, { default: control, footer: () => words });
    },
  },

  others: {
    button: (s) => h(NButton, { type: s.pick(["default", "tertiary", ...TYPES]), size: size(s), disabled: s.disabled, ...s.pick([{}, {}, { ghost: true }, { dashed: true }, { secondary: true }, { tertiary: true }, { quaternary: true }, { round: true }, { text: true }]) }, { default: fixed(s.label), ...(s.chance(0.4) && { icon: icon(s) }) }),
    "icon-button": (s) => h(NButton, { circle: s.chance(0.6), type: s.pick(["default", ...TYPES]), secondary: s.chance(0.4), "aria-label": s.aria }, { icon: icon(s) }),
    "button-group": (s) => h(NButtonGroup, null, fixed(s.options(2, 3).map(({ id, label }) => h(NButton, { key: id }, fixed(label))))),
    "loading-button": (s) => h(NButton, { loading: true, type: s.pick(TYPES) }, fixed(s.label)),
    input: (s) => h(NInput, { defaultValue: s.chance(0.6) ? s.text("name") : "", placeholder: s.text("phrase"), size: size(s), round: s.chance(0.2), disabled: s.disabled }, s.chance(0.4) ? { prefix: icon(s) } : undefined),
    textarea: (s) => h(NInput, { type: "textarea", defaultValue: s.text("sentence"), rows: 2 }),
    "input-number": (s) => h(NInputNumber, { defaultValue: s.int(0, 99), size: size(s), buttonPlacement: s.pick(["both", "right"]) }),
    select: (s) => h(NSelect, { value: "1", options: [{ value: "1", label: s.text("short") }], size: size(s), disabled: s.disabled }),
    slider: (s) => h(NSlider, { ...(s.chance(0.3) ? { range: true, defaultValue: [s.int(0, 40), s.int(50, 100)] } : { defaultValue: s.int(0, 100) }), tooltip: false }),
    tag: (s) => h(NTag, { type: s.pick(["default", ...TYPES]), size: size(s), round: s.chance(0.3), closable: s.chance(0.3), bordered: s.chance(0.6) }, { default: fixed(s.text("short")), ...(s.chance(0.3) && { icon: icon(s) }) }),
    "dynamic-tags": (s) => h(NDynamicTags, { defaultValue: s.options(2, 3).map(({ label }) => label) }),
    badge: (s) => h(NBadge, { value: s.int(1, 120), max: 99, type: s.pick(["default", "info", "success", "error"]) }, fixed(h(NAvatar, null, icon(s)))),
    avatar: (s) => h(NAvatar, { round: s.chance(0.5), size: s.int(24, 56), src: s.image(56) }),
    "avatar-name": (s) => h(NThing, { title: s.text("name"), description: s.text("email") }, { avatar: fixed(h(NAvatar, { round: true, src: s.image(40) }) )}),
    alert: (s) => h(NAlert, { type: s.pick(["default", "info", "success", "warning", "error"]), title: s.chance(0.5) ? s.text("phrase") : undefined, closable: s.chance(0.4), showIcon: s.chance(0.7) }, fixed(s.text("sentence"))),
    progress: (s) => h(NProgress, { percentage: s.int(0, 100), type: s.pick(["line", "line", "circle"]), status: s.pick(["default", "success", "warning", "error"]), style: "max-width: 240px" }),
    spin: (s) => h(NSpin, { size: s.pick(["small", "medium"]) }),
    pagination: (s) => h(NPagination, { pageCount: 4, defaultPage: 1, size: "small", simple: s.chance(0.2) }),
    tabs: (s) => h(NTabs, { defaultValue: "1", type: s.pick(["line", "bar", "card", "segment"]), size: "small" }, fixed(s.options(2, 3).map(({ value, label }) => h(NTab, { key: value, name: value }, fixed(label))))),
    breadcrumb: (s) => h(NBreadcrumb, null, fixed(s.options(2, 3).map(({ id, label }) => h(NBreadcrumbItem, { key: id }, fixed(label))))),
    menu: (s) => h(NMenu, { value: "1", style: "max-width: 240px", options: s.options(2, 4).map(({ value, label }) => ({ key: value, label, icon: icon(s) })) }),
    card: (s) => h(NCard, { title: s.text("phrase"), size: "small", hoverable: s.chance(0.3) }, { default: fixed(s.text("sentence")), action: fixed(h(NButton, { size: "small" }, fixed(s.text("word"))) )}),
    collapse: (s) => h(NCollapse, null, fixed(h(NCollapseItem, { title: s.text("phrase"), name: "1" }, fixed(s.text("sentence"))))),
    list: (s) => h(NList, { hoverable: true, bordered: s.chance(0.5), class: "list" }, fixed(s.options(2, 3).map(({ id, label }) => h(NListItem, { key: id }, { prefix: icon(s), default: fixed(label )})))),
    table: (s) => h(NTable, { size: "small", striped: s.chance(0.5) }, fixed(h("tbody", [1, 2].map((i) => h("tr", { key: i }, [h("td", s.text("short")), h("td", s.text("price"))]))))),
    "data-table": (s) => h(NDataTable, { size: "small", columns: ["a", "b"].map((key) => ({ key, title: s.text("word") })), data: [1, 2].map((key) => ({ key, a: s.text("short"), b: s.text("price") })) }),
    descriptions: (s) => h(NDescriptions, { column: 2, bordered: s.chance(0.4), size: "small", labelPlacement: "top" }, fixed([1, 2].map((i) => h(NDescriptionsItem, { key: i, label: s.text("word") }, fixed(s.text("short")))))),
    statistic: (s) => h(NStatistic, { label: s.text("word"), value: s.text("number") }),
    steps: (s) => h(NSteps, { current: 2, size: "small", vertical: true }, fixed(s.options(2, 3).map(({ id, label }) => h(NStep, { key: id, title: label })))),
    timeline: (s) => h(NTimeline, null, fixed(s.options(2, 3).map(({ id, label }) => h(NTimelineItem, { key: id, title: label, type: s.pick(["default", "success", "info", "error"]) })))),
    tree: (s) => h(NTree, { blockLine: true, data: s.options(2, 3).map(({ value, label }) => ({ key: value, label, isLeaf: false })) }),
    "icon-text": (s) => h(NFlex, { align: "center", size: 8 }, fixed([icon(s)(), h(NText, null, fixed(s.text("phrase")))])),
    "page-header": (s) => h(NPageHeader, { title: s.text("word"), subtitle: s.text("short"), onBack: () => {} }),
    result: (s) => h(NResult, { status: s.pick(["success", "info", "warning", "error"]), title: s.text("phrase"), size: "small" }),
    empty: (s) => h(NEmpty, { description: s.text("phrase") }),
    skeleton: (s) => h(NSkeleton, { width: s.int(60, 200), height: s.int(16, 40), round: s.chance(0.3), animated: false }),
    divider: (s) => h(NDivider, { titlePlacement: s.pick(["left", "center", "right"]) }, fixed(s.text("word"))),
  },
};
