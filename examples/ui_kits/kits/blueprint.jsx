// Blueprint: its checkboxes, radios, switches, control cards, segmented controls and toggled buttons, and its other components.

import {
  Blank, Bold, Cog, Cube, Download, Edit, Envelope, FolderClose, Heart, Home, Italic, Moon, Notifications, People, Search, Share, SmallTick, Star, StarEmpty, Trash, Underline,
} from "@blueprintjs/icons";
import {
  AnchorButton, Breadcrumb, Button, ButtonGroup, Callout, Card, CardList, Checkbox, CheckboxCard, Code, CompoundTag, ControlGroup, Divider, EntityTitle, FileInput,
  FormGroup, H4, HTMLSelect, HTMLTable, InputGroup, Menu, MenuItem, Navbar, NonIdealState, NumericInput, ProgressBar, Radio, RadioCard, RadioGroup,
  Section, SectionCard, SegmentedControl, Slider, Spinner, Switch, SwitchCard, Tab, Tabs, Tag, TextArea, Toast2, Tree,
} from "@blueprintjs/core";
import "@blueprintjs/core/lib/css/blueprint.css";
import { useState } from "react";
import "./blueprint.css";

const INTENTS = ["none", "primary", "success", "warning", "danger"];
const ICONS = [Cog, Download, Edit, Envelope, FolderClose, Home, Notifications, People, Search, Share, Trash];

const size = (s) => s.pick(["small", "medium", "medium", "large"]);
const icon = (s) => {
  const Icon = s.pick(ICONS);
  return <Icon />;
};
const state = (s) => ({ defaultChecked: s.checked, disabled: s.disabled, size: s.pick(["medium", "medium", "large"]), label: s.label, "aria-label": s.label ? undefined : s.aria });

function useToggle(s) {
  const [on, turn] = useState(s.checked);
  return [on, () => turn(!on)];
}

function Radios({ s, options, props, Choice = Radio }) {
  const [value, change] = useState(options.find(({ checked }) => checked)?.value ?? "");
  return (
    <RadioGroup name={s.name} selectedValue={value} onChange={({ currentTarget }) => change(currentTarget.value)} disabled={s.disabled} inline={props.inline} label={props.title}>
      {options.map(({ id, value, label }) => <Choice key={id} value={value} label={label} {...props.choice} />)}
    </RadioGroup>
  );
}

const card = (s, Kind) => {
  const props = { defaultChecked: s.checked, disabled: s.disabled, compact: s.chance(0.5), alignIndicator: s.pick(["start", "end"]), elevation: s.int(0, 2) };
  const detail = s.chance(0.3) ? s.text("phrase") : null;
  return <Kind {...props} label={detail ? <span>{s.aria}<br /><small>{detail}</small></span> : s.aria} />;
};

// A button that is filled, or tinted, while it is pressed.
const Pressed = ({ s, variant, intent, children, ...props }) => {
  const [on, turn] = useToggle(s);
  return <Button aria-pressed={on} active={on} intent={on ? intent : "none"} variant={variant} onClick={turn} disabled={s.disabled} aria-label={s.aria} {...props}>{children}</Button>;
};

export default {
  name: "blueprint",
  packages: ["@blueprintjs/core", "@blueprintjs/icons"],
  framework: "react",
  rtl: false,

  setup(env) {
    const { classList } = document.documentElement;
    classList.toggle("bp6-dark", env.dark);
    // Half of the pages keep Blueprint's own blue.
    classList.toggle("accented", env.random.chance(0.5));
  },

  toggles: {
    checkbox: (s) => <Checkbox {...state(s)} defaultIndeterminate={s.indeterminate} />,
    "checkbox-end": (s) => <Checkbox {...state(s)} label={s.aria} alignIndicator="end" />,
    "checkbox-inline": (s) => <div>{s.options(2, 3).map(({ id, label, checked }) => <Checkbox key={id} inline defaultChecked={checked} disabled={s.disabled} label={label} />)}</div>,
    "checkbox-indeterminate": (s) => <Checkbox {...state(s)} defaultIndeterminate={s.chance(0.5)} />,
    radio: (s) => <Radios s={s} options={s.options()} props={{ inline: s.chance(0.3), title: s.label, choice: { size: s.pick(["medium", "large"]), alignIndicator: s.pick(["start", "start", "end"]) } }} />,
    switch: (s) => <Switch {...state(s)} />,
    "switch-end": (s) => <Switch {...state(s)} label={s.aria} alignIndicator="end" />,
    "switch-inner-label": (s) => {
      const [innerLabelChecked, innerLabel] = s.pick([["on", "off"], ["ON", "OFF"], ["1", "0"], [s.text("word"), s.text("word")]]);
      return <Switch {...state(s)} innerLabelChecked={innerLabelChecked} innerLabel={innerLabel} />;
    },
    "checkbox-card": (s) => card(s, CheckboxCard),
    "switch-card": (s) => card(s, SwitchCard),
    "radio-card": (s) => <Radios s={s} options={s.options(2, 3)} props={{ choice: { compact: s.chance(0.5), style: { marginBottom: 8 } } }} Choice={RadioCard} />,
    "segmented-control": (s) => <SegmentedControl defaultValue={s.checked ? "1" : ""} intent={s.pick(["none", "primary"])} size={size(s)} inline disabled={s.disabled} options={s.options(2, 3).map(({ value, label }) => ({ value, label, icon: s.chance(0.2) ? icon(s) : undefined }))} />,
    "toggle-button": (s) => <Pressed s={s} variant={s.pick(["outlined", "minimal", "solid"])} intent={s.pick(INTENTS.slice(1))} size={size(s)} icon={s.chance(0.4) ? icon(s) : undefined}>{s.aria}</Pressed>,
    "toggle-icon-button": (s) => {
      const [on, turn] = useToggle(s);
      const [off, pressed] = s.pick([[<StarEmpty />, <Star />], [<Heart />, <Heart />], [<Moon />, <Moon />]]);
      const intent = s.pick(INTENTS.slice(1));
      return <Button aria-pressed={on} active={on} intent={on ? intent : "none"} variant={s.pick(["minimal", "outlined"])} icon={on ? pressed : off} size={size(s)} onClick={turn} disabled={s.disabled} aria-label={s.aria} />;
    },
    "toggle-button-group": (s) => {
      const variant = s.pick(["minimal", "outlined"]);
      const buttons = [[<Bold />, "bold"], [<Italic />, "italic"], [<Underline />, "underline"]];
      return <ButtonGroup>{buttons.map(([icon, name], i) => <Pressed key={name} s={{ ...s, aria: name, checked: s.checked === (i !== 1) }} variant={variant} intent="primary" icon={icon} />)}</ButtonGroup>;
    },
    "tag-filter": (s) => {
      const [on, turn] = useToggle(s);
      const intent = s.pick(["primary", "success", "danger"]);
      return <Tag interactive aria-pressed={on} aria-disabled={s.disabled || undefined} minimal={!on} intent={on ? intent : "none"} round={s.chance(0.5)} size={s.pick(["medium", "large"])} icon={on ? <SmallTick /> : undefined} onClick={s.disabled ? undefined : turn}>{s.aria}</Tag>;
    },
    "menu-item-check": (s) => {
      const [on, turn] = useToggle(s);
      return <Menu><MenuItem role="menuitemcheckbox" roleStructure="none" aria-checked={on} icon={on ? <SmallTick /> : <Blank />} text={s.aria} disabled={s.disabled} shouldDismissPopover={false} onClick={turn} /></Menu>;
    },
    "card-list-checkbox": (s) => <CardList compact>{s.options(2, 3).map(({ id, label, checked }) => <Card key={id} style={{ justifyContent: "space-between" }}><span>{label}</span><Switch style={{ margin: 0 }} defaultChecked={checked} disabled={s.disabled} aria-label={label} /></Card>)}</CardList>,
    "table-checkbox": (s) => <HTMLTable compact bordered={s.chance(0.5)}><tbody>{s.options(2, 3).map(({ id, label, checked }) => <tr key={id}><td><Checkbox style={{ margin: 0 }} defaultChecked={checked} disabled={s.disabled} aria-label={label} /></td><td>{label}</td></tr>)}</tbody></HTMLTable>,
  },

  others: {
    button: (s) => <Button intent={s.pick(INTENTS)} variant={s.pick(["solid", "solid", "outlined", "minimal"])} size={size(s)} disabled={s.disabled} icon={s.chance(0.4) ? icon(s) : undefined} endIcon={s.chance(0.15) ? icon(s) : undefined}>{s.label}</Button>,
    "icon-button": (s) => <Button intent={s.pick(INTENTS)} variant={s.pick(["solid", "outlined", "minimal"])} icon={icon(s)} aria-label={s.aria} />,
    "button-group": (s) => <ButtonGroup variant={s.pick(["solid", "outlined"])}>{s.options(2, 3).map(({ id, label }) => <Button key={id} icon={s.chance(0.3) ? icon(s) : undefined}>{label}</Button>)}</ButtonGroup>,
    "loading-button": (s) => <Button loading intent={s.pick(INTENTS)}>{s.label}</Button>,
    link: (s) => <AnchorButton href={`#${s.id}`} variant="minimal" icon={icon(s)} intent={s.pick(INTENTS)}>{s.label}</AnchorButton>,
    input: (s) => <FormGroup label={s.text("word")} helperText={s.chance(0.3) ? s.text("phrase") : null}><InputGroup defaultValue={s.chance(0.6) ? s.text("name") : ""} placeholder={s.text("phrase")} leftIcon={s.chance(0.5) ? icon(s) : undefined} intent={s.pick(INTENTS)} round={s.chance(0.2)} disabled={s.disabled} /></FormGroup>,
    textarea: (s) => <TextArea fill defaultValue={s.text("sentence")} aria-label={s.aria} />,
    "numeric-input": (s) => <NumericInput fill defaultValue={s.int(0, 200)} leftIcon={s.chance(0.3) ? icon(s) : undefined} aria-label={s.aria} />,
    select: (s) => <HTMLSelect aria-label={s.aria} disabled={s.disabled} options={s.options().map(({ value, label }) => ({ value, label }))} />,
    "control-group": (s) => <ControlGroup><Button icon={icon(s)} aria-label={s.aria} /><InputGroup placeholder={s.text("word")} /></ControlGroup>,
    "file-input": (s) => <FileInput text={s.text("word")} buttonText={s.text("word")} fill />,
    slider: (s) => <div style={{ padding: "0 12px" }}><Slider min={0} max={10} labelStepSize={5} value={s.int(0, 10)} intent={s.pick(INTENTS)} vertical={false} /></div>,
    tag: (s) => <Tag intent={s.pick(INTENTS)} minimal={s.chance(0.5)} round={s.chance(0.3)} icon={s.chance(0.4) ? icon(s) : undefined} size={s.pick(["medium", "large"])} onRemove={s.chance(0.3) ? () => {} : undefined}>{s.text("short")}</Tag>,
    "compound-tag": (s) => <CompoundTag leftContent={s.text("word")} intent={s.pick(INTENTS)} icon={icon(s)}>{s.text("short")}</CompoundTag>,
    callout: (s) => <Callout intent={s.pick(INTENTS)} title={s.text("phrase")} compact={s.chance(0.4)}>{s.text("sentence")}</Callout>,
    toast: (s) => <Toast2 message={s.text("sentence")} intent={s.pick(INTENTS)} icon={icon(s)} timeout={0} />,
    progress: (s) => <ProgressBar value={s.int(5, 100) / 100} intent={s.pick(INTENTS)} stripes={s.chance(0.5)} animate={false} />,
    spinner: (s) => <Spinner value={s.int(10, 90) / 100} size={s.int(18, 48)} intent={s.pick(INTENTS)} />,
    breadcrumbs: (s) => <ul className="bp6-breadcrumbs" style={{ flexWrap: "wrap", height: "auto" }}>{s.options(2, 3).map(({ id, label }, i) => <li key={id}><Breadcrumb href={`#${id}`} icon={i ? undefined : icon(s)} text={label} /></li>)}</ul>,
    tabs: (s) => <Tabs id={s.id} defaultSelectedTabId="1">{s.options(2, 3).map(({ value, label }) => <Tab key={value} id={value} title={label} icon={s.chance(0.3) ? icon(s) : undefined} />)}</Tabs>,
    menu: (s) => <Menu>{s.options(2, 4).map(({ id, label }) => <MenuItem key={id} icon={icon(s)} text={label} label={s.chance(0.3) ? "⌘K" : undefined} intent={s.pick(["none", "none", "none", "danger"])} />)}</Menu>,
    card: (s) => <Card elevation={s.int(0, 3)} interactive={s.chance(0.3)}><H4>{s.text("phrase")}</H4><p>{s.text("sentence")}</p><Button intent="primary">{s.text("word")}</Button></Card>,
    "card-list": (s) => <CardList compact>{s.options(2, 3).map(({ id, label }) => <Card key={id} interactive>{icon(s)}<span style={{ marginInlineStart: 8 }}>{label}</span></Card>)}</CardList>,
    "entity-title": (s) => <EntityTitle icon={icon(s)} title={s.text("phrase")} subtitle={s.text("short")} tags={<Tag minimal>{s.text("number")}</Tag>} />,
    section: (s) => <Section title={s.text("phrase")} icon={icon(s)}><SectionCard>{s.text("sentence")}</SectionCard></Section>,
    "empty-state": (s) => <NonIdealState icon={icon(s)} title={s.text("phrase")} description={s.text("sentence")} />,
    table: (s) => <HTMLTable compact striped={s.chance(0.5)} bordered={s.chance(0.5)}><tbody>{[1, 2, 3].map((i) => <tr key={i}><td>{s.text("short")}</td><td>{s.text("price")}</td></tr>)}</tbody></HTMLTable>,
    tree: (s) => <Tree contents={s.options(2, 3).map(({ id, label }) => ({ id, label, icon: icon(s), hasCaret: true }))} />,
    navbar: (s) => <Navbar style={{ zIndex: 0 }}><Navbar.Group><Navbar.Heading>{s.text("word")}</Navbar.Heading><Navbar.Divider /><Button variant="minimal" icon={icon(s)} text={s.text("word")} /></Navbar.Group></Navbar>,
    "icon-text": (s) => <span style={{ display: "flex", gap: 8, alignItems: "center" }}>{s.chance(0.2) ? <Cube /> : icon(s)}{s.text("phrase")}</span>,
    code: (s) => <Code>{s.text("code")}</Code>,
    divider: (s) => <span>{s.text("word")}<Divider />{s.text("word")}</span>,
  },
};
