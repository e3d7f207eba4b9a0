// RSuite: its checkboxes, radios, tiles, toggles, segmented controls and check trees, and its other components.

import Gear from "@rsuite/icons/Gear";
import Heart from "@rsuite/icons/Heart";
import Message from "@rsuite/icons/Message";
import Notice from "@rsuite/icons/Notice";
import Peoples from "@rsuite/icons/Peoples";
import Pin from "@rsuite/icons/Pin";
import Plus from "@rsuite/icons/Plus";
import Search from "@rsuite/icons/Search";
import Star from "@rsuite/icons/Star";
import Tag_ from "@rsuite/icons/Tag";
import Trash from "@rsuite/icons/Trash";
import {
  Avatar, AvatarGroup, Badge, Breadcrumb, Button, ButtonGroup, Card, Checkbox, CheckboxGroup, CheckTree, CustomProvider, DateInput, Divider, Dropdown, IconButton,
  Input, InputGroup, InputPicker, List, Loader, Message as Alert, Nav, NumberInput, Pagination, Panel, PanelGroup, Placeholder, Progress, Radio, RadioGroup, RadioTile,
  RadioTileGroup, SegmentedControl, SelectPicker, Slider, Stat, Steps, Tag, Textarea, Timeline, Toggle,
} from "rsuite";
import "rsuite/dist/rsuite-no-reset.css";
import { useState } from "react";
import "./rsuite.css";

const COLORS = ["red", "orange", "yellow", "green", "cyan", "blue", "violet"];
const ICONS = [Gear, Heart, Message, Notice, Peoples, Pin, Plus, Search, Star, Tag_, Trash];

const size = (s) => s.pick(["lg", "md", "md", "sm", "xs"]);
const color = (s) => (s.chance(0.5) ? undefined : s.pick(COLORS));
const icon = (s) => {
  const Icon = s.pick(ICONS);
  return <Icon />;
};

// It is neither on nor off until it is clicked.
const Check = ({ s, ...props }) => {
  const [checked, turn] = useState(s.checked);
  const [mixed, mix] = useState(s.indeterminate);
  return <Checkbox checked={checked} indeterminate={mixed} onChange={(_, next) => [turn(next), mix(false)]} disabled={s.disabled} inputProps={s.label ? undefined : { "aria-label": s.aria }} {...props}>{s.label}</Checkbox>;
};

const switched = (s, props) => {
  const [on, turn] = useState(s.checked);
  return <Toggle checked={on} onChange={turn} disabled={s.disabled} size={size(s)} color={color(s)} label={s.label || undefined} labelPlacement={s.pick(["start", "end", "end"])} aria-label={s.aria} {...props} />;
};

const chosen = (options) => options.find(({ checked }) => checked)?.value;

const Pressed = ({ s, Control, look, children, ...props }) => {
  const [on, turn] = useState(s.checked);
  return <Control aria-pressed={on} appearance={on ? "primary" : look} onClick={() => turn(!on)} disabled={s.disabled} aria-label={s.aria} {...props}>{children}</Control>;
};

const Tree = ({ s, options }) => {
  const [value, change] = useState(options.filter(({ checked }) => checked).map(({ value }) => value));
  return <CheckTree data={options.map(({ value, label }) => ({ value, label }))} value={value} onChange={change} searchable={false} height={options.length * 40} disabledItemValues={s.disabled ? options.map(({ value }) => value) : []} />;
};

export default {
  name: "rsuite",
  packages: ["rsuite", "@rsuite/icons"],
  framework: "react",

  setup(env) {
    const { classList } = document.documentElement;
    classList.add(env.dark ? "rs-theme-dark" : "rs-theme-light");
    // Half of the pages keep RSuite's own blue.
    classList.toggle("accented", env.random.chance(0.5));
  },

  Provider: ({ env, children }) => <CustomProvider theme={env.dark ? "dark" : "light"} rtl={env.rtl}>{children}</CustomProvider>,

  toggles: {
    checkbox: (s) => <Check s={s} color={color(s)} />,
    "checkbox-group": (s) => {
      const options = s.options();
      const shade = color(s);
      return <CheckboxGroup name={s.name} inline={s.chance(0.4)} defaultValue={options.filter(({ checked }) => checked).map(({ value }) => value)} disabled={s.disabled}>{options.map(({ value, label }) => <Checkbox key={value} value={value} color={shade}>{label}</Checkbox>)}</CheckboxGroup>;
    },
    "checkbox-card": (s) => <Card bordered size={s.pick(["sm", "md"])}><Card.Body><Check s={{ ...s, label: s.aria }} color={color(s)} /></Card.Body></Card>,
    radio: (s) => {
      const options = s.options();
      const shade = color(s);
      return <RadioGroup name={s.name} inline={s.chance(0.4)} appearance={s.pick(["default", "default", "picker"])} defaultValue={chosen(options)} disabled={s.disabled}>{options.map(({ value, label }) => <Radio key={value} value={value} color={shade}>{label}</Radio>)}</RadioGroup>;
    },
    "radio-tile": (s) => {
      const options = s.options(2, 3);
      const icons = s.chance(0.6);
      const [value, change] = useState(chosen(options));
      // The tile says its state, since it and not its hidden input is what is seen of it.
      return <RadioTileGroup name={s.name} value={value ?? ""} onChange={change} disabled={s.disabled} aria-label={s.aria}>{options.map((option) => <div key={option.value} className="tile" role="radio" aria-checked={value === option.value} aria-disabled={s.disabled || undefined}><RadioTile value={option.value} label={option.label} icon={icons ? icon(s) : undefined}>{s.chance(0.4) && s.text("phrase")}</RadioTile></div>)}</RadioTileGroup>;
    },
    toggle: (s) => switched(s),
    "toggle-text": (s) => {
      const [checkedChildren, unCheckedChildren] = s.pick([["On", "Off"], ["ON", "OFF"], ["1", "0"], [s.text("word"), s.text("word")]]);
      return switched(s, { checkedChildren, unCheckedChildren });
    },
    "toggle-icon": (s) => switched(s, { checkedChildren: <Plus />, unCheckedChildren: s.chance(0.5) ? <Trash /> : undefined }),
    "toggle-bare": (s) => switched(s, { label: undefined }),
    "segmented-control": (s) => {
      const options = s.options(2, 3);
      return <SegmentedControl name={s.name} size={size(s)} defaultValue={chosen(options) ?? "1"} disabled={s.disabled} data={options.map(({ value, label }) => ({ value, label }))} aria-label={s.aria} />;
    },
    "check-tree": (s) => <Tree s={s} options={s.options(2, 3)} />,
    "toggle-button": (s) => <Pressed s={s} Control={Button} look={s.pick(["ghost", "default", "subtle"])} size={size(s)} color={color(s)}>{s.chance(0.3) && <>{icon(s)}&nbsp;</>}{s.aria}</Pressed>,
    "toggle-icon-button": (s) => <Pressed s={s} Control={IconButton} look={s.pick(["ghost", "default", "subtle"])} size={size(s)} color={color(s)} circle={s.chance(0.4)} icon={icon(s)} />,
    "toggle-button-group": (s) => {
      const look = s.pick(["ghost", "default"]);
      return <ButtonGroup>{s.options(2, 3).map(({ value, label, checked }) => <Pressed key={value} s={{ ...s, aria: label, checked }} Control={Button} look={look}>{label}</Pressed>)}</ButtonGroup>;
    },
    "filter-tag": (s) => {
      const [on, turn] = useState(s.checked);
      const shade = s.pick(["green", "blue", "violet", "red"]);
      return <Tag as="button" type="button" role="checkbox" aria-checked={on} disabled={s.disabled} size={s.pick(["sm", "md", "lg"])} color={on ? shade : undefined} onClick={() => turn(!on)}>{s.aria}</Tag>;
    },
    "list-check": (s) => <List bordered hover size="sm">{s.options(2, 3).map(({ value, label, checked }) => <List.Item key={value}><Checkbox defaultChecked={checked} disabled={s.disabled}>{label}</Checkbox></List.Item>)}</List>,
    "panel-toggle": (s) => <Panel bordered header={s.text("word")}>{switched({ ...s, label: s.aria }, { labelPlacement: "end" })}</Panel>,
  },

  others: {
    button: (s) => <Button appearance={s.pick(["default", "primary", "link", "subtle", "ghost"])} size={size(s)} color={color(s)} disabled={s.disabled} startIcon={s.chance(0.4) ? icon(s) : undefined}>{s.label}</Button>,
    "icon-button": (s) => <IconButton appearance={s.pick(["default", "primary", "subtle", "ghost"])} size={size(s)} color={color(s)} circle={s.chance(0.5)} icon={icon(s)} aria-label={s.aria} />,
    "icon-text-button": (s) => <IconButton appearance={s.pick(["default", "primary", "ghost"])} icon={icon(s)} placement={s.pick(["start", "end"])}>{s.text("word")}</IconButton>,
    "button-group": (s) => <ButtonGroup>{s.options(2, 3).map(({ id, label }) => <Button key={id}>{label}</Button>)}</ButtonGroup>,
    "loading-button": (s) => <Button loading appearance={s.pick(["default", "primary"])}>{s.label}</Button>,
    input: (s) => <Input defaultValue={s.chance(0.6) ? s.text("name") : ""} placeholder={s.text("phrase")} size={size(s)} disabled={s.disabled} aria-label={s.aria} />,
    "input-group": (s) => <InputGroup inside={s.chance(0.5)}><InputGroup.Addon>{icon(s)}</InputGroup.Addon><Input placeholder={s.text("phrase")} aria-label={s.aria} /></InputGroup>,
    textarea: (s) => <Textarea rows={2} defaultValue={s.text("sentence")} aria-label={s.aria} />,
    "number-input": (s) => <NumberInput defaultValue={s.int(0, 99)} size={size(s)} aria-label={s.aria} />,
    "date-input": (s) => <DateInput format="yyyy-MM-dd" size={size(s)} aria-label={s.aria} />,
    "select-picker": (s) => {
      const Picker = s.pick([SelectPicker, InputPicker]);
      return <Picker block data={s.options().map(({ value, label }) => ({ value, label }))} defaultValue="1" searchable={false} size={size(s)} />;
    },
    slider: (s) => <div style={{ padding: "12px 8px" }}><Slider progress defaultValue={s.int(0, 100)} graduated={s.chance(0.3)} step={10} tooltip={false} /></div>,
    tag: (s) => <Tag color={color(s)} size={s.pick(["sm", "md", "lg"])} closable={s.chance(0.4)}>{s.text("short")}</Tag>,
    badge: (s) => <Badge content={s.int(1, 120)} color={color(s)}><Button>{s.text("word")}</Button></Badge>,
    avatar: (s) => <Avatar src={s.chance(0.6) ? s.image(48) : undefined} circle={s.chance(0.5)} bordered={s.chance(0.3)} size={s.pick(["sm", "md"])}>{s.text("name")[0]}</Avatar>,
    "avatar-name": (s) => <span style={{ display: "flex", gap: 10, alignItems: "center" }}><Avatar circle size="sm" src={s.image(40)} />{s.text("name")}</span>,
    "avatar-group": (s) => <AvatarGroup stack>{[1, 2, 3].map((i) => <Avatar key={i} circle src={s.image(40)} />)}</AvatarGroup>,
    message: (s) => <Alert type={s.pick(["info", "success", "warning", "error"])} showIcon={s.chance(0.7)} closable={s.chance(0.4)} bordered={s.chance(0.4)}>{s.text("sentence")}</Alert>,
    progress: (s) => <Progress.Line percent={s.int(0, 100)} status={s.pick([undefined, "success", "fail", "active"])} showInfo={s.chance(0.6)} />,
    "progress-circle": (s) => <div style={{ width: s.int(48, 90) }}><Progress.Circle percent={s.int(0, 100)} /></div>,
    loader: (s) => <Loader content={s.text("word")} size={s.pick(["xs", "sm", "md"])} />,
    pagination: (s) => <Pagination prev next total={s.int(20, 50)} limit={10} activePage={1} size="xs" />,
    nav: (s) => <Nav appearance={s.pick(["default", "subtle", "tabs", "pills"])} activeKey="1" vertical={s.chance(0.4)}>{s.options(2, 3).map(({ value, label }) => <Nav.Item key={value} eventKey={value} icon={s.chance(0.6) ? icon(s) : undefined}>{label}</Nav.Item>)}</Nav>,
    breadcrumb: (s) => <Breadcrumb>{s.options(2, 3).map(({ id, label }) => <Breadcrumb.Item key={id} href={`#${id}`}>{label}</Breadcrumb.Item>)}</Breadcrumb>,
    menu: (s) => <Dropdown.Menu>{s.options(2, 4).map(({ id, label }) => <Dropdown.Item key={id} icon={icon(s)}>{label}</Dropdown.Item>)}</Dropdown.Menu>,
    dropdown: (s) => <Dropdown title={s.text("word")} icon={s.chance(0.5) ? icon(s) : undefined} appearance={s.pick(["default", "primary", "ghost"])}><Dropdown.Item>{s.text("word")}</Dropdown.Item></Dropdown>,
    card: (s) => <Card bordered shaded={s.chance(0.4)}><Card.Header>{s.text("phrase")}</Card.Header><Card.Body>{s.text("sentence")}</Card.Body></Card>,
    accordion: (s) => <PanelGroup accordion bordered>{s.options(2, 2).map(({ value, label }) => <Panel key={value} header={label} eventKey={value}>{s.text("sentence")}</Panel>)}</PanelGroup>,
    list: (s) => <List bordered={s.chance(0.5)} size="sm">{s.options(2, 3).map(({ id, label }) => <List.Item key={id}>{icon(s)}&ensp;{label}</List.Item>)}</List>,
    stat: (s) => <Stat bordered={s.chance(0.5)} icon={s.chance(0.5) ? icon(s) : undefined}><Stat.Label>{s.text("word")}</Stat.Label><Stat.Value>{s.text("number")}</Stat.Value></Stat>,
    steps: (s) => <Steps current={1} small vertical={s.chance(0.4)}>{s.options(2, 3).map(({ id, label }) => <Steps.Item key={id} title={label} />)}</Steps>,
    timeline: (s) => <Timeline>{s.options(2, 3).map(({ id, label }) => <Timeline.Item key={id}>{label}</Timeline.Item>)}</Timeline>,
    placeholder: (s) => <Placeholder.Paragraph rows={s.int(1, 3)} graph={s.pick([false, "circle", "square"])} />,
    divider: (s) => <Divider>{s.text("word")}</Divider>,
    link: (s) => <Button as="a" href={`#${s.id}`} appearance="link" startIcon={s.chance(0.5) ? icon(s) : undefined}>{s.label}</Button>,
  },
};
