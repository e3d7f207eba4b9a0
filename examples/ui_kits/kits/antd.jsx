// Ant Design: checkboxes, radios and radio buttons, switches, checkable tags, segmented controls, trees and tables, and its other components.

import {
  AppstoreOutlined, BellOutlined, BookFilled, BookOutlined, BoldOutlined, CheckCircleFilled, CheckOutlined, CloseOutlined, DeleteOutlined, DownloadOutlined,
  HeartFilled, HeartOutlined, HomeOutlined, ItalicOutlined, MailOutlined, MoonOutlined, PushpinFilled, PushpinOutlined, SearchOutlined, SettingOutlined,
  StarFilled, StarOutlined, SunOutlined, UnderlineOutlined, UnorderedListOutlined, UserOutlined,
} from "@ant-design/icons";
import {
  Alert, Anchor, Avatar, Badge, Breadcrumb, Button, Card, Checkbox, Collapse, ConfigProvider, DatePicker, Descriptions, Divider, Dropdown, Empty, Flex, Form, Input,
  InputNumber, Menu, Pagination, Progress, Radio, Rate, Result, Segmented, Select, Skeleton, Slider, Space, Spin, Statistic, Steps, Switch, Table, Tabs, Tag, theme,
  Timeline, Tree, Typography, Upload,
} from "antd";
import { useState } from "react";

const ICONS = [AppstoreOutlined, BellOutlined, DeleteOutlined, DownloadOutlined, HomeOutlined, MailOutlined, SearchOutlined, SettingOutlined, UserOutlined, StarFilled];
const PAIRS = [[HeartOutlined, HeartFilled], [StarOutlined, StarFilled], [BookOutlined, BookFilled], [PushpinOutlined, PushpinFilled]];

let config;

const size = (s) => s.pick(["small", "middle", "middle", "large"]);
const icon = (s) => {
  const Icon = s.pick(ICONS);
  return <Icon />;
};
// Near-black accents can't be seen on a dark page.
const isDim = (hex) => [1, 3, 5].every((at) => parseInt(hex.slice(at, at + 2), 16) < 100);
const useOn = (s) => {
  const [on, turn] = useState(s.checked);
  return [on, () => turn(!on)];
};
const named = (s) => (s.label ? {} : { "aria-label": s.aria });
const choices = (s, ...range) => s.options(...range).map(({ value, label }) => ({ value, label }));
const chosen = (s) => (s.checked ? "1" : undefined);

// A component colours apart from the page's, as a theme's tokens allow.
const Recoloured = ({ component, tokens, children }) => <ConfigProvider theme={{ components: { [component]: tokens } }}>{children}</ConfigProvider>;

const row = (s, control) => (
  <Flex justify="space-between" align="center" gap={16} style={{ maxWidth: 420 }}>
    <div>{s.aria}{s.chance(0.4) && <><br /><Typography.Text type="secondary">{s.text("sentence")}</Typography.Text></>}</div>
    {control}
  </Flex>
);

const before = (s, control) => (s.label ? <label style={{ display: "inline-flex", gap: 8, alignItems: "center" }}><span>{s.label}</span>{control}</label> : control);
const after = (s, control) => (s.label ? <label style={{ display: "inline-flex", gap: 8, alignItems: "center" }}>{control}<span>{s.label}</span></label> : control);

function useCheckableCard(s, role) {
  const [on, flip] = useOn(s);
  const { token } = theme.useToken();
  return (
    <Card size="small" hoverable role={role} tabIndex={0} aria-checked={on} aria-label={s.aria} onClick={flip} title={s.chance(0.5) ? s.text("price") : undefined}
      style={{ maxWidth: 280, borderColor: on ? token.colorPrimary : undefined, background: on ? token.colorPrimaryBg : undefined }}>
      <Flex justify="space-between" gap={12}><span>{s.aria}</span>{on ? <CheckCircleFilled style={{ color: token.colorPrimary }} /> : <span />}</Flex>
    </Card>
  );
}

export default {
  name: "antd",
  packages: ["antd", "@ant-design/icons"],
  framework: "react",

  setup(env) {
    const { random } = env;
    const accent = random.chance(0.6) && !(env.dark && isDim(env.accent)) ? { colorPrimary: env.accent } : {};
    const shape = random.chance(0.5) ? { borderRadius: random.pick([0, 2, 4, 8, 12]) } : {};
    const wireframe = random.chance(0.15);
    config = {
      direction: env.rtl ? "rtl" : "ltr",
      componentSize: random.pick(["small", "middle", "middle", "large"]),
      wave: { disabled: true },
      theme: {
        algorithm: [env.dark ? theme.darkAlgorithm : theme.defaultAlgorithm, ...(random.chance(0.25) ? [theme.compactAlgorithm] : [])],
        token: { fontFamily: env.font, fontSize: env.fontSize, wireframe, ...accent, ...shape },
      },
    };
  },

  Provider: ({ children }) => <ConfigProvider {...config}>{children}</ConfigProvider>,

  toggles: {
    checkbox: (s) => {
      const [mixed, settle] = useState(s.indeterminate);
      return <Checkbox defaultChecked={s.checked} disabled={s.disabled} indeterminate={mixed} onChange={() => settle(false)} {...named(s)}>{s.label}</Checkbox>;
    },
    "checkbox-sized": (s) => <Recoloured component="Checkbox" tokens={{ controlInteractiveSize: s.int(14, 30), colorPrimary: s.pick(["#52c41a", "#fa541c", "#722ed1", "#13c2c2", "#eb2f96"]), borderRadiusSM: s.pick([0, 4, 16]) }}><Checkbox defaultChecked={s.checked} disabled={s.disabled} {...named(s)}>{s.label}</Checkbox></Recoloured>,
    "checkbox-group": (s) => <Checkbox.Group defaultValue={s.checked ? ["1"] : []} disabled={s.disabled} options={choices(s)} style={s.chance(0.4) ? { flexDirection: "column" } : undefined} />,
    "checkbox-before": (s) => before(s, <Checkbox defaultChecked={s.checked} disabled={s.disabled} {...named(s)} />),
    "checkbox-form": (s) => <Form.Item style={{ margin: 0 }} validateStatus={s.pick(["error", "warning", "success", undefined])} help={s.text("phrase")}><Checkbox defaultChecked={s.checked} disabled={s.disabled} {...named(s)}>{s.label}</Checkbox></Form.Item>,
    "checkbox-card": (s) => <Card size="small" style={{ maxWidth: 320 }}><Checkbox defaultChecked={s.checked} disabled={s.disabled}><b>{s.aria}</b><br /><Typography.Text type="secondary">{s.text("phrase")}</Typography.Text></Checkbox></Card>,
    "checkable-card": (s) => useCheckableCard(s, "checkbox"),
    radio: (s) => <Radio.Group name={s.name} defaultValue={chosen(s)} disabled={s.disabled} options={choices(s)} />,
    "radio-vertical": (s) => <Radio.Group name={s.name} vertical defaultValue={chosen(s)} disabled={s.disabled} options={choices(s, 2, 4, s.pick(["short", "phrase"]))} />,
    "radio-sized": (s) => <Recoloured component="Radio" tokens={{ radioSize: s.int(14, 28), dotSize: s.int(6, 12), colorPrimary: s.pick(["#52c41a", "#fa541c", "#722ed1", "#13c2c2"]) }}><Radio.Group name={s.name} defaultValue={chosen(s)} disabled={s.disabled} options={choices(s)} /></Recoloured>,
    "radio-button": (s) => <Radio.Group style={{ display: "flex", flexWrap: "wrap" }} name={s.name} optionType="button" defaultValue={chosen(s)} disabled={s.disabled} size={size(s)} options={choices(s, 2, 3, "word")} />,
    "radio-button-solid": (s) => <Radio.Group style={{ display: "flex", flexWrap: "wrap" }} name={s.name} optionType="button" buttonStyle="solid" defaultValue={chosen(s)} disabled={s.disabled} size={size(s)} options={choices(s, 2, 3, "word")} />,
    switch: (s) => after(s, <Switch defaultChecked={s.checked} disabled={s.disabled} size={s.pick(["default", "default", "small"])} {...named(s)} />),
    "switch-before": (s) => before(s, <Switch defaultChecked={s.checked} disabled={s.disabled} size={s.pick(["default", "small"])} {...named(s)} />),
    "switch-icons": (s) => {
      const [On, Off] = s.pick([[CheckOutlined, CloseOutlined], [SunOutlined, MoonOutlined], [HeartFilled, HeartOutlined]]);
      return after(s, <Switch defaultChecked={s.checked} disabled={s.disabled} checkedChildren={<On />} unCheckedChildren={<Off />} {...named(s)} />);
    },
    "switch-text": (s) => {
      const [on, off] = s.pick([["ON", "OFF"], ["1", "0"], ["✓", "✕"], [s.text("word"), s.text("word")]]);
      return <Switch defaultChecked={s.checked} disabled={s.disabled} checkedChildren={on} unCheckedChildren={off} aria-label={s.aria} />;
    },
    "switch-row": (s) => row(s, <Switch defaultChecked={s.checked} disabled={s.disabled} aria-label={s.aria} />),
    "switch-coloured": (s) => <Recoloured component="Switch" tokens={{ colorPrimary: s.pick(["#52c41a", "#fa541c", "#722ed1", "#13c2c2", "#eb2f96", "#faad14"]), trackHeight: s.int(18, 34), trackMinWidth: s.int(40, 60), handleSize: s.int(12, 16) }}>{after(s, <Switch defaultChecked={s.checked} disabled={s.disabled} {...named(s)} />)}</Recoloured>,
    "checkable-tag": (s) => {
      const [on, flip] = useOn(s);
      const Icon = s.pick([...ICONS, null, null, null]);
      return <Tag.CheckableTag checked={on} onChange={flip} disabled={s.disabled} icon={Icon && <Icon />} aria-label={s.aria} style={{ fontSize: s.pick([undefined, "1em"]) }}>{s.aria}</Tag.CheckableTag>;
    },
    "checkable-tag-group": (s) => <Tag.CheckableTagGroup multiple options={choices(s, 2, 4, "word")} defaultValue={s.checked ? ["1"] : []} disabled={s.disabled} />,
    segmented: (s) => <Segmented style={{ maxWidth: "100%", overflow: "hidden" }} name={s.name} options={choices(s, 2, 3, "word")} defaultValue={s.pick(["1", "2"])} disabled={s.disabled} size={size(s)} {...s.pick([{}, {}, { shape: "round" }, { vertical: true }])} />,
    "segmented-icons": (s) => <Segmented name={s.name} options={[AppstoreOutlined, UnorderedListOutlined, BellOutlined].map((Icon, i) => ({ value: `${i}`, icon: <Icon /> }))} defaultValue={s.pick(["0", "1"])} disabled={s.disabled} size={size(s)} />,
    "toggle-button": (s) => {
      const [on, flip] = useOn(s);
      const Icon = s.pick(ICONS);
      return <Button aria-pressed={on} type={on ? "primary" : "default"} onClick={flip} disabled={s.disabled} size={size(s)} shape={s.pick(["default", "round"])} icon={s.label && s.chance(0.5) ? null : <Icon />} {...named(s)}>{s.label}</Button>;
    },
    "toggle-icon": (s) => {
      const [on, flip] = useOn(s);
      const [Off, On] = s.pick(PAIRS);
      const color = s.color();
      return <Button aria-pressed={on} type={s.pick(["text", "default"])} shape={s.pick(["circle", "default"])} onClick={flip} disabled={s.disabled} size={size(s)} icon={on ? <On style={{ color }} /> : <Off />} aria-label={s.aria} />;
    },
    "toggle-format": (s) => {
      const [on, change] = useState(s.checked ? [0] : []);
      return (
        <Space.Compact>
          {[BoldOutlined, ItalicOutlined, UnderlineOutlined].map((Icon, i) => (
            <Button key={i} aria-pressed={on.includes(i)} aria-label={["bold", "italic", "underlined"][i]} type={on.includes(i) ? "primary" : "default"} disabled={s.disabled} icon={<Icon />} onClick={() => change(on.includes(i) ? on.filter((other) => other !== i) : [...on, i])} />
          ))}
        </Space.Compact>
      );
    },
    tree: (s) => <Tree checkable selectable={false} disabled={s.disabled} defaultExpandAll defaultCheckedKeys={s.checked ? ["1-0"] : []} style={{ background: "none" }} treeData={s.options(1, 2).map(({ value, label }) => ({ key: value, title: label, children: [0, 1].map((i) => ({ key: `${value}-${i}`, title: s.text("short") })) }))} />,
    "table-rows": (s) => <Table size="small" pagination={false} rowSelection={{ type: s.pick(["checkbox", "checkbox", "radio"]), defaultSelectedRowKeys: s.checked ? ["1"] : [] }} columns={[{ title: s.text("word"), dataIndex: "name" }, { title: s.text("word"), dataIndex: "price" }]} dataSource={["1", "2"].map((key) => ({ key, name: s.text("short"), price: s.text("price") }))} />,
  },

  others: {
    button: (s) => <Button type={s.pick(["primary", "default", "dashed", "text", "link"])} danger={s.chance(0.2)} disabled={s.disabled} size={size(s)} icon={s.chance(0.5) ? icon(s) : null}>{s.label}</Button>,
    "button-filled": (s) => <Button color={s.pick(["primary", "danger", "pink", "purple", "cyan", "green"])} variant={s.pick(["solid", "outlined", "dashed", "filled"])} size={size(s)} icon={icon(s)} iconPlacement={s.pick(["start", "end"])}>{s.label}</Button>,
    "icon-button": (s) => <Button type={s.pick(["primary", "default", "text", "dashed"])} shape={s.pick(["circle", "default"])} size={size(s)} icon={icon(s)} aria-label={s.aria} />,
    dropdown: (s) => <Dropdown menu={{ items: [{ key: 1, label: s.text("word") }] }}><Button icon={icon(s)}>{s.text("word")}</Button></Dropdown>,
    link: (s) => <Typography.Link href={`#${s.id}`}>{s.chance(0.5) && <>{icon(s)} </>}{s.label}</Typography.Link>,
    "icon-text": (s) => <Space>{icon(s)}<span>{s.text("phrase")}</span></Space>,
    input: (s) => <Input placeholder={s.text("word")} defaultValue={s.chance(0.5) ? s.text("name") : ""} prefix={s.chance(0.5) ? icon(s) : null} variant={s.pick(["outlined", "filled", "borderless", "underlined"])} status={s.pick(["", "", "error", "warning"])} size={size(s)} />,
    "search-input": (s) => <Input.Search placeholder={s.text("word")} enterButton={s.chance(0.5)} size={size(s)} />,
    "number-input": (s) => <InputNumber defaultValue={s.int(0, 100)} size={size(s)} disabled={s.disabled} mode={s.pick(["input", "spinner"])} />,
    select: (s) => <Select style={{ width: "100%", maxWidth: 260 }} mode={s.pick([undefined, "multiple"])} defaultValue={s.chance(0.7) ? ["1"] : undefined} placeholder={s.text("word")} options={choices(s)} size={size(s)} disabled={s.disabled} />,
    "date-picker": (s) => <DatePicker placeholder={s.text("date")} size={size(s)} disabled={s.disabled} />,
    slider: (s) => <Slider defaultValue={s.chance(0.3) ? [20, s.int(40, 90)] : s.int(0, 100)} range={false} disabled={s.disabled} />,
    tabs: (s) => <Tabs type={s.pick(["line", "card"])} items={s.options(2, 3, "word").map(({ value, label }) => ({ key: value, label, icon: s.chance(0.5) ? icon(s) : null }))} />,
    pagination: (s) => <Pagination simple={s.chance(0.3)} defaultCurrent={s.int(1, 3)} total={s.int(20, 50)} size="small" showSizeChanger={false} />,
    breadcrumb: (s) => <Breadcrumb items={[{ title: <HomeOutlined /> }, ...s.options(2, 3).map(({ label }) => ({ title: label }))]} />,
    menu: (s) => <Menu style={{ maxWidth: 240 }} selectedKeys={["1"]} items={s.options().map(({ value, label }) => ({ key: value, label, icon: icon(s) }))} />,
    avatar: (s) => <Space><Avatar src={s.chance(0.5) ? s.image(40) : undefined} shape={s.pick(["circle", "square"])} icon={<UserOutlined />} /><span>{s.text("name")}</span></Space>,
    badge: (s) => <Space size="large"><Badge count={s.int(1, 120)}><Avatar shape="square" icon={<BellOutlined />} /></Badge><Badge status={s.pick(["success", "processing", "error", "warning", "default"])} text={s.text("short")} /></Space>,
    tag: (s) => <Tag color={s.pick(["success", "processing", "error", "warning", "magenta", "geekblue", undefined])} variant={s.pick(["filled", "solid", "outlined"])} icon={s.chance(0.5) ? icon(s) : null} closable={s.chance(0.4)}>{s.text("short")}</Tag>,
    progress: (s) => <Progress percent={s.int(0, 100)} status={s.pick(["normal", "success", "exception"])} size={s.pick(["small", "medium"])} />,
    "progress-circle": (s) => <Progress type={s.pick(["circle", "dashboard"])} percent={s.pick([s.int(0, 99), 100])} size={s.int(40, 80)} />,
    spin: (s) => <Space><Spin size={s.pick(["small", "large"])} /><span>{s.text("short")}</span></Space>,
    alert: (s) => <Alert type={s.pick(["success", "info", "warning", "error"])} showIcon={s.chance(0.8)} title={s.text("sentence")} closable={s.chance(0.3)} />,
    card: (s) => <Card size="small" style={{ maxWidth: 280 }} cover={<img alt="" src={s.image(280, 80)} />} actions={[<SettingOutlined key="1" />, <MailOutlined key="2" />]}><Card.Meta title={s.text("short")} description={s.text("sentence")} /></Card>,
    steps: (s) => <Steps size="small" current={s.int(0, 2)} orientation="vertical" items={s.options(2, 3).map(({ label }) => ({ title: label }))} />,
    timeline: (s) => <Timeline items={s.options(2, 3).map(({ label }) => ({ content: label, color: s.pick(["green", "blue", "red"]) }))} />,
    collapse: (s) => <Collapse size="small" items={s.options(1, 2).map(({ value, label }) => ({ key: value, label, children: label }))} />,
    table: (s) => <Table size="small" pagination={false} bordered={s.chance(0.5)} columns={[{ title: s.text("word"), dataIndex: "name" }, { title: s.text("word"), dataIndex: "price" }]} dataSource={["1", "2"].map((key) => ({ key, name: s.text("short"), price: s.text("price") }))} />,
    descriptions: (s) => <Descriptions size="small" column={1} bordered={s.chance(0.5)} items={s.options(2, 3).map(({ value, label }) => ({ key: value, label, children: s.text("word") }))} />,
    statistic: (s) => <Statistic title={s.text("short")} value={s.int(1, 99999)} prefix={s.chance(0.5) ? icon(s) : null} />,
    rate: (s) => <Rate defaultValue={s.int(1, 5)} />,
    upload: (s) => <Upload><Button icon={<DownloadOutlined />}>{s.text("word")}</Button></Upload>,
    empty: (s) => <Empty description={s.text("short")} image={Empty.PRESENTED_IMAGE_SIMPLE} />,
    result: (s) => <Result style={{ padding: 8 }} status={s.pick(["success", "info", "warning", "error"])} title={s.text("short")} />,
    divider: (s) => <Divider>{s.text("short")}</Divider>,
    anchor: (s) => <Anchor affix={false} items={s.options(2, 3).map(({ value, label }) => ({ key: value, href: `#${value}`, title: label }))} />,
    skeleton: (s) => <Skeleton avatar={s.chance(0.5)} paragraph={{ rows: s.int(1, 2) }} />,
  },
};
