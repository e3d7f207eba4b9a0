// Arco Design: its checkboxes, radios, switches, checkable tags and toggle buttons, and its other components.

import {
  Alert, Avatar, Badge, Breadcrumb, Button, Card, Checkbox, Collapse, ConfigProvider, Descriptions, Divider, Empty, Input, InputNumber, Link, List, Menu,
  PageHeader, Pagination, Progress, Radio, Select, Skeleton, Slider, Spin, Statistic, Steps, Switch, Table, Tabs, Tag, Timeline,
} from "@arco-design/web-react";
import "@arco-design/web-react/dist/css/arco.css";
import {
  IconBold, IconCheck, IconClose, IconDelete, IconDownload, IconEdit, IconEmail, IconHeart, IconHeartFill, IconHome, IconItalic, IconNotification, IconPlus, IconSearch, IconSettings,
  IconStar, IconStarFill, IconThumbUp, IconThumbUpFill, IconUnderline, IconUser,
} from "@arco-design/web-react/icon";
import { useState } from "react";
import "./arco.css";

const TAGS = ["red", "orangered", "orange", "gold", "lime", "green", "cyan", "blue", "arcoblue", "purple", "pinkpurple", "magenta", "gray"];
const ICONS = [IconDelete, IconDownload, IconEdit, IconEmail, IconHome, IconNotification, IconPlus, IconSearch, IconSettings, IconUser];
const PAIRS = [[IconHeart, IconHeartFill], [IconStar, IconStarFill], [IconThumbUp, IconThumbUpFill]];

let theme;

const size = (s) => s.pick(["mini", "small", "default", "default", "large"]);
const icon = (s) => {
  const Icon = s.pick(ICONS);
  return <Icon />;
};

// The mixed state is a class only: the input is told of it too, and it ends with a click.
const Check = ({ s, children = s.label || undefined, ...props }) => {
  const [checked, turn] = useState(s.checked);
  const [mixed, mix] = useState(s.indeterminate);
  const tell = (label) => {
    const input = label?.querySelector?.("input");
    if (input) Object.assign(input, { indeterminate: mixed, ariaLabel: s.aria });
  };
  return <Checkbox ref={tell} checked={checked} indeterminate={mixed} onChange={(next) => [turn(next), mix(false)]} disabled={s.disabled} {...props}>{children}</Checkbox>;
};

const switched = (s, props) => {
  const [on, turn] = useState(s.checked);
  const control = <Switch checked={on} onChange={turn} disabled={s.disabled} size={s.pick(["default", "default", "small"])} aria-label={s.aria} {...props} />;
  const words = s.label && <span>{s.label}</span>;
  return <span style={{ display: "flex", gap: 10, alignItems: "center" }}>{s.chance(0.4) ? [words, control].map((part, i) => <span key={i}>{part}</span>) : [control, words].map((part, i) => <span key={i}>{part}</span>)}</span>;
};

const chosen = (options) => options.find(({ checked }) => checked)?.value;
const group = (s, props) => {
  const options = s.options();
  return <Radio.Group name={s.name} defaultValue={chosen(options)} disabled={s.disabled} options={options.map(({ value, label }) => ({ value, label }))} {...props} />;
};

const Pressed = ({ s, look, children, ...props }) => {
  const [on, turn] = useState(s.checked);
  return <Button aria-pressed={on} type={on ? "primary" : look} onClick={() => turn(!on)} disabled={s.disabled} aria-label={s.aria} {...props}>{children}</Button>;
};

export default {
  name: "arco",
  packages: ["@arco-design/web-react"],
  framework: "react",
  react: 18,

  setup(env) {
    if (env.dark) document.body.setAttribute("arco-theme", "dark");
    // Half of the pages keep Arco's own blue.
    theme = env.random.chance(0.5) ? { primaryColor: env.accent } : undefined;
  },

  Provider: ({ env, children }) => <ConfigProvider theme={theme} rtl={env.rtl} effectGlobalNotice={false}>{children}</ConfigProvider>,

  toggles: {
    checkbox: (s) => <Check s={s} />,
    "checkbox-error": (s) => <Check s={s} error />,
    "checkbox-icon": (s) => {
      const Icon = s.pick([IconClose, IconPlus, IconHeartFill, IconStarFill]);
      return <Check s={s} icon={<Icon />} />;
    },
    "checkbox-group": (s) => {
      const options = s.options();
      return <Checkbox.Group direction={s.pick(["horizontal", "vertical"])} defaultValue={[chosen(options)].filter(Boolean)} disabled={s.disabled} options={options.map(({ value, label }) => ({ value, label }))} />;
    },
    "checkbox-tag": (s) => {
      const [on, turn] = useState(s.checked);
      const color = s.pick([undefined, ...TAGS]);
      return <Tag checkable checked={on} onCheck={s.disabled ? undefined : turn} role="checkbox" tabIndex={0} aria-checked={on} aria-disabled={s.disabled || undefined} color={color} size={s.pick(["small", "default", "medium", "large"])} bordered={s.chance(0.3)}>{s.aria}</Tag>;
    },
    "checkbox-card": (s) => {
      const [on, turn] = useState(s.checked);
      const detail = s.chance(0.5) ? s.text("phrase") : null;
      return <Card hoverable className={on ? "chosen-card" : ""} role="checkbox" tabIndex={0} aria-checked={on} aria-disabled={s.disabled || undefined} aria-label={s.aria} size="small" onClick={s.disabled ? undefined : () => turn(!on)}><b>{s.aria}</b>{detail && <div>{detail}</div>}</Card>;
    },
    radio: (s) => group(s, { direction: "vertical" }),
    "radio-row": (s) => group(s, { direction: "horizontal" }),
    "radio-button": (s) => group(s, { type: "button", size: s.pick(["mini", "small", "default", "large"]) }),
    "radio-button-fill": (s) => group(s, { type: "button", mode: "fill" }),
    switch: (s) => switched(s, {}),
    "switch-round": (s) => switched(s, { type: "round" }),
    "switch-line": (s) => switched(s, { type: "line" }),
    "switch-text": (s) => {
      const [checkedText, uncheckedText] = s.pick([["ON", "OFF"], ["On", "Off"], ["1", "0"], [s.text("word"), s.text("word")]]);
      return switched(s, { size: "default", type: s.pick(["circle", "round"]), checkedText, uncheckedText });
    },
    "switch-icon": (s) => switched(s, { size: "default", checkedIcon: <IconCheck />, uncheckedIcon: s.chance(0.7) ? <IconClose /> : undefined }),
    "toggle-button": (s) => <Pressed s={s} look={s.pick(["outline", "dashed", "text", "secondary"])} size={size(s)} shape={s.pick(["square", "round"])} icon={s.chance(0.3) ? icon(s) : undefined}>{s.aria}</Pressed>,
    "toggle-icon-button": (s) => {
      const [on, turn] = useState(s.checked);
      const [Off, On] = s.pick(PAIRS);
      const shade = s.pick(["#f53f3f", "#ff7d00", "var(--page-accent)"]);
      return <Button aria-pressed={on} type={s.pick(["text", "outline", "secondary"])} size={size(s)} shape={s.pick(["circle", "square"])} icon={on ? <On style={{ color: shade }} /> : <Off style={{ color: "var(--color-text-3)" }} />} onClick={() => turn(!on)} disabled={s.disabled} aria-label={s.aria} />;
    },
    "toggle-icon-group": (s) => {
      const look = s.pick(["outline", "secondary"]);
      return <Button.Group>{[[IconBold, "bold"], [IconItalic, "italic"], [IconUnderline, "underline"]].map(([Icon, name], i) => <Pressed key={name} s={{ ...s, aria: name, checked: s.checked === (i !== 1) }} look={look} icon={<Icon />} />)}</Button.Group>;
    },
    "list-check": (s) => <List size="small">{s.options(2, 3).map(({ value, label, checked }) => <List.Item key={value}><Check s={{ ...s, aria: label, checked, indeterminate: false }}>{label}</Check></List.Item>)}</List>,
    "table-selection": (s) => {
      const options = s.options(2, 3);
      const [keys, select] = useState(options.filter(({ checked }) => checked).map(({ value }) => value));
      return <Table size="small" pagination={false} columns={[{ title: s.text("word"), dataIndex: "label" }]} data={options.map(({ value, label }) => ({ key: value, label }))} rowSelection={{ type: "checkbox", selectedRowKeys: keys, onChange: select, checkAll: false }} />;
    },
  },

  others: {
    button: (s) => <Button type={s.pick(["primary", "secondary", "outline", "dashed", "text"])} status={s.pick(["default", "default", "warning", "danger", "success"])} size={size(s)} shape={s.pick(["square", "round"])} disabled={s.disabled} icon={s.chance(0.4) ? icon(s) : undefined}>{s.label}</Button>,
    "icon-button": (s) => <Button type={s.pick(["primary", "secondary", "outline"])} shape={s.pick(["circle", "square"])} size={size(s)} icon={icon(s)} aria-label={s.aria} />,
    "button-group": (s) => <Button.Group>{s.options(2, 3).map(({ id, label }) => <Button key={id} type="primary">{label}</Button>)}</Button.Group>,
    "loading-button": (s) => <Button loading type="primary">{s.label}</Button>,
    link: (s) => <Link href={`#${s.id}`} status={s.pick([undefined, "error", "success", "warning"])} icon={s.chance(0.5)}>{s.label}</Link>,
    input: (s) => <Input defaultValue={s.chance(0.6) ? s.text("name") : ""} placeholder={s.text("phrase")} size={size(s)} prefix={s.chance(0.4) ? icon(s) : undefined} disabled={s.disabled} aria-label={s.aria} />,
    search: (s) => <Input.Search placeholder={s.text("word")} searchButton={s.chance(0.5)} aria-label={s.aria} />,
    textarea: (s) => <Input.TextArea defaultValue={s.text("sentence")} aria-label={s.aria} />,
    "input-number": (s) => <InputNumber defaultValue={s.int(0, 99)} mode={s.pick(["embed", "button"])} size={size(s)} aria-label={s.aria} />,
    select: (s) => <Select defaultValue={s.text("short")} size={size(s)} disabled={s.disabled} aria-label={s.aria} />,
    slider: (s) => <div style={{ padding: "0 10px" }}><Slider defaultValue={s.int(0, 100)} range={false} /></div>,
    tag: (s) => <Tag color={s.pick([undefined, ...TAGS])} size={s.pick(["small", "default", "medium"])} bordered={s.chance(0.4)} closable={s.chance(0.3)} icon={s.chance(0.4) ? icon(s) : undefined}>{s.text("short")}</Tag>,
    badge: (s) => <Badge count={s.int(1, 120)}><Avatar shape="square">{icon(s)}</Avatar></Badge>,
    "badge-status": (s) => <Badge status={s.pick(["default", "processing", "success", "warning", "error"])} text={s.text("word")} />,
    avatar: (s) => <Avatar size={s.int(24, 56)} shape={s.pick(["circle", "square"])} style={{ backgroundColor: s.color() }}>{s.chance(0.5) ? s.text("name")[0] : icon(s)}</Avatar>,
    "avatar-name": (s) => <span style={{ display: "flex", gap: 10, alignItems: "center" }}><Avatar size={32}><img alt="" src={s.image(32)} /></Avatar>{s.text("name")}</span>,
    alert: (s) => <Alert type={s.pick(["info", "success", "warning", "error"])} title={s.chance(0.3) ? s.text("phrase") : undefined} content={s.text("sentence")} closable={s.chance(0.4)} />,
    progress: (s) => <Progress percent={s.int(0, 100)} type={s.pick(["line", "line", "circle"])} size={s.pick(["small", "default"])} status={s.pick(["normal", "success", "warning", "error"])} />,
    spin: (s) => <Spin size={s.int(16, 36)} />,
    pagination: (s) => <Pagination total={s.int(20, 50)} size="small" simple={s.chance(0.3)} />,
    tabs: (s) => <Tabs defaultActiveTab="1" type={s.pick(["line", "card", "capsule", "rounded"])}>{s.options(2, 3).map(({ value, label }) => <Tabs.TabPane key={value} title={label} />)}</Tabs>,
    breadcrumb: (s) => <Breadcrumb>{s.options(2, 3).map(({ id, label }, i) => <Breadcrumb.Item key={id}>{i ? label : <IconHome />}</Breadcrumb.Item>)}</Breadcrumb>,
    menu: (s) => <Menu defaultSelectedKeys={["1"]} style={{ maxWidth: 240 }}>{s.options(2, 4).map(({ value, label }) => <Menu.Item key={value}>{icon(s)}{label}</Menu.Item>)}</Menu>,
    card: (s) => <Card size="small" title={s.text("phrase")} extra={<Link>{s.text("word")}</Link>}>{s.text("sentence")}</Card>,
    collapse: (s) => <Collapse bordered={s.chance(0.6)}><Collapse.Item name="1" header={s.text("phrase")}>{s.text("sentence")}</Collapse.Item></Collapse>,
    list: (s) => <List size="small">{s.options(2, 3).map(({ id, label }) => <List.Item key={id}><List.Item.Meta avatar={icon(s)} title={label} /></List.Item>)}</List>,
    descriptions: (s) => <Descriptions column={1} size="small" data={[1, 2].map(() => ({ label: s.text("word"), value: s.text("short") }))} />,
    statistic: (s) => <Statistic title={s.text("word")} value={s.int(10, 99999)} groupSeparator />,
    steps: (s) => <Steps current={2} size="small" direction="vertical">{s.options(2, 3).map(({ id, label }) => <Steps.Step key={id} title={label} />)}</Steps>,
    timeline: (s) => <Timeline>{s.options(2, 3).map(({ id, label }) => <Timeline.Item key={id}>{label}</Timeline.Item>)}</Timeline>,
    table: (s) => <Table size="small" pagination={false} columns={["a", "b"].map((key) => ({ title: s.text("word"), dataIndex: key }))} data={[1, 2].map((key) => ({ key, a: s.text("short"), b: s.text("price") }))} />,
    "page-header": (s) => <PageHeader backIcon title={s.text("word")} subTitle={s.text("short")} />,
    empty: (s) => <Empty description={s.text("phrase")} />,
    skeleton: (s) => <Skeleton animation={false} text={{ rows: 2 }} image={s.chance(0.5)} />,
    divider: (s) => <Divider orientation={s.pick(["left", "center", "right"])}>{s.text("word")}</Divider>,
  },
};
