// Primer React, GitHub's own: checkboxes, radios, toggle switches, pressed buttons and selectable lists, in its nine colour themes.

import octicons from "@primer/octicons/build/data.json";
import "@primer/primitives/dist/css/base/motion/motion.css";
import "@primer/primitives/dist/css/base/size/size.css";
import "@primer/primitives/dist/css/base/typography/typography.css";
import "@primer/primitives/dist/css/functional/motion/motion.css";
import "@primer/primitives/dist/css/functional/size/border.css";
import "@primer/primitives/dist/css/functional/size/radius.css";
import "@primer/primitives/dist/css/functional/size/size.css";
import "@primer/primitives/dist/css/functional/size/size-fine.css";
import "@primer/primitives/dist/css/functional/spacing/space.css";
import "@primer/primitives/dist/css/functional/themes/dark-colorblind.css";
import "@primer/primitives/dist/css/functional/themes/dark-dimmed.css";
import "@primer/primitives/dist/css/functional/themes/dark-high-contrast.css";
import "@primer/primitives/dist/css/functional/themes/dark-tritanopia.css";
import "@primer/primitives/dist/css/functional/themes/dark.css";
import "@primer/primitives/dist/css/functional/themes/light-colorblind.css";
import "@primer/primitives/dist/css/functional/themes/light-high-contrast.css";
import "@primer/primitives/dist/css/functional/themes/light-tritanopia.css";
import "@primer/primitives/dist/css/functional/themes/light.css";
import "@primer/primitives/dist/css/functional/typography/typography.css";
import {
  ActionList, Avatar, AvatarStack, Banner, BaseStyles, BranchName, Breadcrumbs, Button, ButtonGroup, Checkbox, CheckboxGroup, CircleBadge, CounterLabel,
  Flash, FormControl, IconButton, IssueLabelToken, Label, Link, NavList, Pagination, ProgressBar, Radio, RadioGroup, Select, Spinner,
  StateLabel, SubNav, Text, Textarea, TextInput, ThemeProvider, Timeline, ToggleSwitch, Token, Truncate, UnderlineNav,
} from "@primer/react";
import { useState } from "react";
import "./primer.css";

const octicon = (name) => {
  const { path, width } = octicons[name].heights[16];
  return () => <svg className="octicon" aria-hidden="true" width={width} height="16" viewBox={`0 0 ${width} 16`} fill="currentColor" style={{ display: "inline-block", verticalAlign: "text-bottom" }} dangerouslySetInnerHTML={{ __html: markup(path) }} />;
};
// The package has a path either as markup or as the markup's parts.
const markup = (path) => (typeof path === "string" ? path : path.map(({ name, attributes }) => `<${name} ${Object.entries(attributes).map(([key, value]) => `${key}="${value}"`).join(" ")}/>`).join(""));

const ICONS = ["gear", "trash", "pencil", "home", "person", "search", "download", "repo", "git-branch", "issue-opened", "package", "shield", "zap", "code", "tag", "rocket", "mail", "heart", "star"].map(octicon);
const PAIRS = [["star", "star-fill"], ["heart", "heart-fill"], ["bookmark", "bookmark-filled"]].map((pair) => pair.map(octicon));

const THEMES = { light: ["light", "light", "light_colorblind", "light_high_contrast", "light_tritanopia"], dark: ["dark", "dark", "dark_dimmed", "dark_colorblind", "dark_high_contrast", "dark_tritanopia"] };
const VARIANTS = ["default", "default", "primary", "danger", "invisible"];

let scheme;

const icon = (s) => s.pick(ICONS);
const glyph = (s) => {
  const Icon = icon(s);
  return <Icon />;
};
const size = (s) => s.pick(["small", "medium", "medium", "large"]);
// Without a `checked` of ours its inputs keep the aria-checked that they began with.
const useChecked = (s, indeterminate = false) => {
  const [checked, turn] = useState(s.checked);
  const [mixed, settle] = useState(indeterminate);
  return { checked, indeterminate: mixed, disabled: s.disabled, onChange: () => [turn(!checked), settle(false)] };
};
const Box = ({ s }) => <Checkbox {...useChecked(s)} aria-label={s.aria} />;
const Field = ({ s, caption, indeterminate }) => {
  const state = useChecked(s, indeterminate);
  return (
    <FormControl disabled={s.disabled}>
      <Checkbox {...state} />
      <FormControl.Label visuallyHidden={!s.label}>{s.aria}</FormControl.Label>
      {caption && <FormControl.Caption>{caption}</FormControl.Caption>}
    </FormControl>
  );
};
const Group = ({ s, type, caption, error }) => {
  const options = s.options();
  const message = error && s.text("phrase");
  const [on, turn] = useState(options.filter(({ checked }) => checked).map(({ value }) => value));
  const radio = type === "radio";
  const [Frame, Control] = radio ? [RadioGroup, Radio] : [CheckboxGroup, Checkbox];
  const select = (value) => turn(radio ? [value] : on.includes(value) ? on.filter((other) => other !== value) : [...on, value]);
  return (
    <Frame name={s.name} disabled={s.disabled}>
      <Frame.Label visuallyHidden={!s.label}>{s.aria}</Frame.Label>
      {options.map(({ value, label }) => (
        <FormControl key={value}>
          <Control name={s.name} value={value} checked={on.includes(value)} onChange={() => select(value)} />
          <FormControl.Label>{label}</FormControl.Label>
          {caption && <FormControl.Caption>{caption}</FormControl.Caption>}
        </FormControl>
      ))}
      {error && <Frame.Validation variant={error}>{message}</Frame.Validation>}
    </Frame>
  );
};
const ToggleRow = ({ s, labels = {}, position = "start", bare = false }) => {
  const [on, turn] = useState(s.checked);
  return (
    <div className="row">
      <span id={`${s.id}-l`} className={bare || !s.label ? "hidden" : ""}>{s.aria}</span>
      <ToggleSwitch aria-labelledby={`${s.id}-l`} checked={on} onClick={() => turn(!on)} disabled={s.disabled} size={s.pick(["small", "medium"])} statusLabelPosition={position} {...labels} />
    </div>
  );
};
// Of a list with check marks alone an unchecked item is just its words, as of a menu: those with boxes tell their state.
const List = ({ s, visual }) => {
  const options = s.options();
  const icons = options.map(() => icon(s));
  const [on, turn] = useState(options.filter(({ checked }) => checked).map(({ value }) => value));
  const select = (value) => turn(on.includes(value) ? on.filter((other) => other !== value) : [...on, value]);
  return (
    <ActionList role="listbox" aria-label={s.aria} selectionVariant="multiple">
      {options.map(({ value, label }, i) => {
        const Icon = icons[i];
        return <ActionList.Item key={value} role="option" selected={on.includes(value)} onSelect={() => select(value)} disabled={s.disabled}>{visual && <ActionList.LeadingVisual><Icon /></ActionList.LeadingVisual>}{label}</ActionList.Item>;
      })}
    </ActionList>
  );
};

export default {
  name: "primer",
  packages: ["@primer/react", "@primer/octicons"],
  framework: "react",

  setup(env) {
    scheme = env.random.pick(THEMES[env.dark ? "dark" : "light"]);
    const { dataset } = document.documentElement;
    dataset.colorMode = env.dark ? "dark" : "light";
    dataset.lightTheme = dataset.darkTheme = scheme;
  },

  Provider: ({ children }) => <ThemeProvider colorMode="auto" dayScheme={scheme} nightScheme={scheme} contextOnly><BaseStyles className="base">{children}</BaseStyles></ThemeProvider>,

  toggles: {
    checkbox: (s) => <Field s={s} indeterminate={s.indeterminate} />,
    radio: (s) => <Group s={s} type="radio" />,
    switch: (s) => <ToggleRow s={s} />,
    "checkbox-caption": (s) => <Field s={s} caption={s.text("phrase")} />,
    "checkbox-group": (s) => <Group s={s} type="checkbox" />,
    "radio-caption": (s) => <Group s={s} type="radio" caption={s.text("phrase")} />,
    "checkbox-validated": (s) => <Group s={s} type="checkbox" error={s.pick(["error", "success"])} />,
    "radio-validated": (s) => <Group s={s} type="radio" error={s.pick(["error", "success"])} />,
    "checkbox-bare": (s) => <Box s={s} />,
    "switch-end": (s) => <ToggleRow s={s} position="end" />,
    "switch-labels": (s) => <ToggleRow s={s} labels={{ buttonLabelOn: s.text("word"), buttonLabelOff: s.text("word") }} />,
    "switch-bare": (s) => <ToggleRow s={s} bare />,
    "list-multiple": (s) => <List s={s} />,
    "list-icons": (s) => <List s={s} visual />,
    "pressed-icon": (s) => {
      const [on, turn] = useState(s.checked);
      const Icon = s.pick(PAIRS)[Number(on)];
      return <IconButton unsafeDisableTooltip icon={Icon} variant={s.pick(["default", "invisible"])} size={size(s)} aria-label={s.aria} aria-pressed={on} disabled={s.disabled} onClick={() => turn(!on)} />;
    },
    "pressed-button": (s) => {
      const [on, turn] = useState(s.checked);
      const Icon = s.pick(PAIRS)[Number(on)];
      return <Button leadingVisual={Icon} size={size(s)} count={s.chance(0.5) ? s.int(1, 900) : undefined} aria-pressed={on} disabled={s.disabled} onClick={() => turn(!on)}>{s.text("word")}</Button>;
    },
  },

  others: {
    button: (s) => <Button variant={s.pick(VARIANTS)} size={size(s)} disabled={s.disabled}>{s.label}</Button>,
    "icon-word-button": (s) => <Button variant={s.pick(VARIANTS)} size={size(s)} leadingVisual={icon(s)} count={s.chance(0.3) ? s.int(1, 99) : undefined}>{s.text("short")}</Button>,
    "icon-button": (s) => <IconButton unsafeDisableTooltip icon={icon(s)} variant={s.pick(VARIANTS)} size={size(s)} aria-label={s.aria} />,
    "button-group": (s) => <ButtonGroup>{s.options(2, 3, "word").map(({ value, label }) => <Button key={value}>{label}</Button>)}</ButtonGroup>,
    link: (s) => <Link href={`#${s.id}`} muted={s.chance(0.3)}>{s.label}</Link>,
    "icon-link": (s) => <Link href={`#${s.id}`}>{glyph(s)} {s.text("short")}</Link>,
    input: (s) => <FormControl><FormControl.Label>{s.text("word")}</FormControl.Label><TextInput block defaultValue={s.text(s.pick(["name", "email", "number"]))} leadingVisual={s.chance(0.5) ? icon(s) : undefined} size={size(s)} /></FormControl>,
    "input-error": (s) => <FormControl><FormControl.Label>{s.text("word")}</FormControl.Label><TextInput block defaultValue={s.text("email")} /><FormControl.Validation variant={s.pick(["error", "success"])}>{s.text("phrase")}</FormControl.Validation></FormControl>,
    textarea: (s) => <Textarea block rows={2} aria-label={s.aria} defaultValue={s.text("sentence")} />,
    select: (s) => <Select block aria-label={s.aria}>{s.options().map(({ value, label }) => <Select.Option key={value} value={value}>{label}</Select.Option>)}</Select>,
    label: (s) => <Label variant={s.pick(["default", "accent", "success", "attention", "danger", "done", "sponsors"])} size={s.pick(["small", "large"])}>{s.text("short")}</Label>,
    token: (s) => <Token text={s.text("short")} size={s.pick(["small", "medium", "large", "xlarge"])} leadingVisual={s.chance(0.5) ? icon(s) : undefined} onRemove={s.chance(0.5) ? () => {} : undefined} />,
    "issue-label": (s) => <IssueLabelToken text={s.text("short")} fillColor={s.color()} size="large" />,
    state: (s) => <StateLabel status={s.pick(["issueOpened", "issueClosed", "pullOpened", "pullMerged", "draft"])}>{s.text("word")}</StateLabel>,
    counter: (s) => <span>{s.text("word")} <CounterLabel variant={s.pick(["primary", "secondary"])}>{s.int(1, 999)}</CounterLabel></span>,
    "circle-badge": (s) => <CircleBadge variant={s.pick(["small", "medium"])}><CircleBadge.Icon icon={icon(s)} aria-label={s.aria} /></CircleBadge>,
    branch: (s) => <BranchName href={`#${s.id}`}>{glyph(s)} {s.text("word")}</BranchName>,
    flash: (s) => <Flash variant={s.pick(["default", "success", "warning", "danger"])}>{glyph(s)} {s.text("phrase")}</Flash>,
    banner: (s) => <Banner title={s.text("phrase")} description={s.text("sentence")} variant={s.pick(["critical", "info", "success", "upsell", "warning"])} />,
    progress: (s) => <ProgressBar progress={s.int(5, 100)} barSize={s.pick(["small", "default", "large"])} aria-label={s.aria} />,
    spinner: (s) => <Spinner size={s.pick(["small", "medium"])} srText={null} />,
    avatar: (s) => <span><Avatar src={s.image(64)} size={s.pick([24, 32, 48])} square={s.chance(0.3)} alt="" /> <Text weight="semibold">{s.text("name")}</Text></span>,
    "avatar-stack": (s) => <AvatarStack>{[1, 2, 3].map((i) => <Avatar key={i} src={s.image(32)} alt="" />)}</AvatarStack>,
    breadcrumbs: (s) => <Breadcrumbs>{s.options(2, 3, "word").map(({ value, label }) => <Breadcrumbs.Item key={value} href={`#${s.id}`} selected={value === "1"}>{label}</Breadcrumbs.Item>)}</Breadcrumbs>,
    pagination: (s) => <Pagination currentPage={2} pageCount={3} showPages hrefBuilder={() => `#${s.id}`} />,
    "action-list": (s) => <ActionList>{s.options().map(({ value, label }) => <ActionList.Item key={value} variant={s.pick(["default", "default", "danger"])}><ActionList.LeadingVisual>{glyph(s)}</ActionList.LeadingVisual>{label}</ActionList.Item>)}</ActionList>,
    "nav-list": (s) => <NavList aria-label={s.aria}>{s.options().map(({ value, label }) => <NavList.Item key={value} href={`#${s.id}`} aria-current={value === "1" ? "page" : undefined}><NavList.LeadingVisual>{glyph(s)}</NavList.LeadingVisual>{label}</NavList.Item>)}</NavList>,
    "sub-nav": (s) => <SubNav aria-label={s.aria}><SubNav.Links>{s.options(2, 2, "word").map(({ value, label }) => <SubNav.Link key={value} href={`#${s.id}`} selected={value === "1"}>{label}</SubNav.Link>)}</SubNav.Links></SubNav>,
    "underline-nav": (s) => <UnderlineNav aria-label={s.aria}>{s.options(2, 2, "word").map(({ value, label }) => <UnderlineNav.Item key={value} href={`#${s.id}`} leadingVisual={glyph(s)} aria-current={value === "1" ? "page" : undefined}>{label}</UnderlineNav.Item>)}</UnderlineNav>,
    timeline: (s) => <Timeline><Timeline.Item><Timeline.Badge>{glyph(s)}</Timeline.Badge><Timeline.Body><b>{s.text("name")}</b> {s.text("phrase")}</Timeline.Body></Timeline.Item></Timeline>,
    truncate: (s) => <Truncate title={s.text("sentence")} maxWidth={150}>{s.text("sentence")}</Truncate>,
    "loading-button": (s) => <Button loading>{s.text("word")}</Button>,
  },
};
