// Element Plus: checkboxes, radios, switches, their button forms, check tags, and its other components.

import { Bell, Check, Close, Delete, Edit, Moon, Search, Setting, Star, Sunny } from "@element-plus/icons-vue";
import {
  ElAlert, ElAvatar, ElBadge, ElBreadcrumb, ElBreadcrumbItem, ElButton, ElButtonGroup, ElCard, ElCheckbox, ElCheckboxButton, ElCheckboxGroup,
  ElCheckTag, ElCollapse, ElCollapseItem, ElConfigProvider, ElDivider, ElIcon, ElInput, ElInputNumber, ElLink, ElMenu, ElMenuItem, ElPagination,
  ElProgress, ElRadio, ElRadioButton, ElRadioGroup, ElRate, ElSegmented, ElSelect, ElSlider, ElStatistic, ElStep, ElSteps, ElSwitch, ElTabPane, ElTabs, ElTag,
} from "element-plus";
import "element-plus/dist/index.css";
import "element-plus/theme-chalk/dark/css-vars.css";
import "./element-plus.css";
import { h, ref } from "vue";
import { stateful } from "../src/frameworks/vue.js";

const TYPES = ["primary", "success", "info", "warning", "danger"];
const ICONS = [Bell, Check, Delete, Edit, Search, Setting, Star];

const size = (s) => s.pick(["large", "default", "default", "small"]);
const icon = (s) => h(ElIcon, null, () => h(s.pick(ICONS)));
const bare = (s) => (s.label ? {} : { ariaLabel: s.aria, "aria-label": s.aria });

const choices = (s, group, choice, props = {}) => {
  const options = s.options();
  const first = s.checked ? options[0].value : "";
  const modelValue = group === ElCheckboxGroup ? [first] : first;
  const items = options.map(({ value, label }) => ({ value, label, ...props }));
  return stateful(group, { modelValue, size: size(s), disabled: s.disabled, "aria-label": s.aria }, () =>
    items.map((item) => h(choice, { key: item.value, ...item }, () => item.label)),
  );
};

// A switch stands beside its words: the component has none of its own.
const switched = (s, props = {}) => {
  const control = stateful(ElSwitch, { modelValue: s.checked, disabled: s.disabled, size: size(s), "aria-label": s.aria, ...props });
  const before = s.chance(0.4);
  const words = h("span", { style: "margin: 0 10px" }, s.label);
  return () => h("div", { style: "display: flex; align-items: center" }, before ? [words, control()] : [control(), words]);
};

export default {
  name: "element-plus",
  packages: ["element-plus", "@element-plus/icons-vue"],
  framework: "vue",
  rtl: false,

  setup(env) {
    const { style } = document.documentElement;
    style.setProperty("--el-font-family", "var(--page-font)");
    // Half of the pages keep Element's own blue.
    if (env.random.chance(0.5)) style.setProperty("--el-color-primary", env.accent);
  },

  Provider: (props, { slots }) => h(ElConfigProvider, null, slots),

  toggles: {
    checkbox: (s) => stateful(ElCheckbox, { modelValue: s.checked, disabled: s.disabled, indeterminate: s.indeterminate, size: size(s), ...bare(s) }, s.label ? () => s.label : undefined),
    "checkbox-bordered": (s) => stateful(ElCheckbox, { modelValue: s.checked, disabled: s.disabled, border: true, size: size(s) }, () => s.aria),
    "checkbox-group": (s) => choices(s, ElCheckboxGroup, ElCheckbox),
    "checkbox-button": (s) => choices(s, ElCheckboxGroup, ElCheckboxButton),
    radio: (s) => choices(s, ElRadioGroup, ElRadio),
    "radio-bordered": (s) => choices(s, ElRadioGroup, ElRadio, { border: true }),
    "radio-button": (s) => choices(s, ElRadioGroup, ElRadioButton),
    switch: (s) => switched(s),
    "switch-colors": (s) => switched(s, { style: `--el-switch-on-color: ${s.color()}; --el-switch-off-color: ${s.color()}` }),
    "switch-text": (s) => switched(s, { activeText: s.text("word"), inactiveText: s.text("word") }),
    "switch-inline-text": (s) => switched(s, { inlinePrompt: true, activeText: s.text("word"), inactiveText: s.text("word") }),
    "switch-icons": (s) => {
      const [activeIcon, inactiveIcon] = s.pick([[Check, Close], [Sunny, Moon]]);
      return switched(s, { inlinePrompt: true, activeIcon, inactiveIcon });
    },
    "switch-action-icons": (s) => switched(s, { activeActionIcon: Sunny, inactiveActionIcon: Moon }),
    "check-tag": (s) => {
      const on = ref(s.checked);
      const type = s.pick(TYPES);
      return () => h(ElCheckTag, { checked: on.value, type, disabled: s.disabled, role: "checkbox", tabindex: 0, "aria-checked": String(on.value), "aria-disabled": s.disabled || undefined, onChange: (next) => (on.value = next) }, () => s.aria);
    },
    segmented: (s) => {
      const options = s.options();
      return stateful(ElSegmented, { modelValue: options[0].value, options: options.map(({ value, label }) => ({ value, label })), size: size(s), disabled: s.disabled, "aria-label": s.aria });
    },
  },

  others: {
    button: (s) => h(ElButton, { type: s.pick(["", ...TYPES]), size: size(s), plain: s.chance(0.3), round: s.chance(0.3), disabled: s.disabled }, () => s.label),
    "icon-button": (s) => h(ElButton, { type: s.pick(TYPES), circle: true, icon: s.pick(ICONS), "aria-label": s.aria }),
    "button-group": (s) => h(ElButtonGroup, null, () => s.options(2, 3).map(({ id, label }) => h(ElButton, { key: id, type: "primary" }, () => label))),
    link: (s) => h(ElLink, { type: s.pick(["", ...TYPES]), href: `#${s.id}` }, () => s.label),
    input: (s) => stateful(ElInput, { modelValue: s.chance(0.6) ? s.text("name") : "", placeholder: s.text("phrase"), size: size(s), disabled: s.disabled, "aria-label": s.aria }),
    textarea: (s) => stateful(ElInput, { modelValue: s.text("sentence"), type: "textarea", "aria-label": s.aria }),
    "input-number": (s) => stateful(ElInputNumber, { modelValue: s.int(0, 50), size: size(s), "aria-label": s.aria }),
    select: (s) => stateful(ElSelect, { modelValue: s.text("short"), size: size(s), "aria-label": s.aria }),
    slider: (s) => stateful(ElSlider, { modelValue: s.int(0, 100), "aria-label": s.aria, style: "padding: 0 10px; box-sizing: border-box" }),
    rate: (s) => stateful(ElRate, { modelValue: s.int(0, 5), size: size(s) }),
    tag: (s) => h(ElTag, { type: s.pick(TYPES), effect: s.pick(["light", "dark", "plain"]), size: size(s), closable: s.chance(0.4), round: s.chance(0.3) }, () => s.text("short")),
    badge: (s) => h(ElBadge, { value: s.int(1, 99), type: s.pick(TYPES) }, () => h(ElButton, null, () => s.text("word"))),
    avatar: (s) => h(ElAvatar, { shape: s.pick(["circle", "square"]), size: s.int(24, 56), src: s.image(56) }),
    alert: (s) => h(ElAlert, { title: s.text("sentence"), type: s.pick(["success", "info", "warning", "error"]), effect: s.pick(["light", "dark"]), showIcon: s.chance(0.5), closable: s.chance(0.5) }),
    progress: (s) => h(ElProgress, { percentage: s.int(0, 100), type: s.pick(["line", "line", "circle"]), width: 80 }),
    pagination: (s) => h(ElPagination, { total: s.int(20, 50), layout: "prev, pager, next", background: s.chance(0.5), size: "small" }),
    tabs: (s) => h(ElTabs, { modelValue: "1", type: s.pick(["", "card", "border-card"]) }, () => s.options(2, 3).map(({ value, label }) => h(ElTabPane, { key: value, name: value, label }, () => label))),
    breadcrumb: (s) => h(ElBreadcrumb, null, () => s.options(2, 3).map(({ id, label }) => h(ElBreadcrumbItem, { key: id }, () => label))),
    menu: (s) => h(ElMenu, { defaultActive: "1", style: "width: 200px" }, () => s.options(2, 3).map(({ value, label }) => h(ElMenuItem, { key: value, index: value }, () => [icon(s), h("span", label)]))),
    card: (s) => h(ElCard, { shadow: s.pick(["always", "never"]) }, { header: () => s.text("phrase"), default: () => s.text("sentence") }),
    collapse: (s) => h(ElCollapse, null, () => h(ElCollapseItem, { title: s.text("phrase"), name: "1" }, () => s.text("sentence"))),
    statistic: (s) => h(ElStatistic, { title: s.text("word"), value: s.int(10, 99999) }),
    steps: (s) => h(ElSteps, { active: 1 }, () => s.options(2, 3).map(({ id, label }) => h(ElStep, { key: id, title: label }))),
    divider: (s) => h(ElDivider, { contentPosition: s.pick(["left", "center", "right"]) }, () => s.text("word")),
  },
};
