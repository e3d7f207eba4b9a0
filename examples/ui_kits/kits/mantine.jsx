// Mantine: checkboxes, radios, switches, chips, their cards and groups, segmented controls, toggles and toolbars, and its other components.

import {
  Accordion, ActionIcon, Alert, Anchor, Avatar, Badge, Blockquote, Breadcrumbs, Burger, Button, Card, Center, Checkbox, Chip, CloseButton, Code, Combobox, colorsTuple, ColorSwatch,
  createTheme, DirectionProvider, EmptyState, Fieldset, FileInput, Group, Image, Indicator, Kbd, List, Loader, MantineProvider, Menu, NavLink, Notification,
  NumberInput, Pagination, Paper, Pill, PillsInput, PinInput, Progress, Radio, Rating, RingProgress, SegmentedControl, Select, Skeleton, Slider, Stack, Stepper, Switch,
  Table, Tabs, TagsInput, Text, Textarea, TextInput, ThemeIcon, Timeline, Title, Toggle, Toolbar, useCombobox,
} from "@mantine/core";
import "@mantine/core/styles.css";
import bell from "@tabler/icons/outline/bell.svg" with { type: "text" };
import bold from "@tabler/icons/outline/bold.svg" with { type: "text" };
import check from "@tabler/icons/outline/check.svg" with { type: "text" };
import cookie from "@tabler/icons/outline/cookie.svg" with { type: "text" };
import download from "@tabler/icons/outline/download.svg" with { type: "text" };
import heart from "@tabler/icons/outline/heart.svg" with { type: "text" };
import home from "@tabler/icons/outline/home.svg" with { type: "text" };
import italic from "@tabler/icons/outline/italic.svg" with { type: "text" };
import mail from "@tabler/icons/outline/mail.svg" with { type: "text" };
import moon from "@tabler/icons/outline/moon.svg" with { type: "text" };
import pinned from "@tabler/icons/outline/pin.svg" with { type: "text" };
import search from "@tabler/icons/outline/search.svg" with { type: "text" };
import settings from "@tabler/icons/outline/settings.svg" with { type: "text" };
import star from "@tabler/icons/outline/star.svg" with { type: "text" };
import sun from "@tabler/icons/outline/sun.svg" with { type: "text" };
import trash from "@tabler/icons/outline/trash.svg" with { type: "text" };
import underline from "@tabler/icons/outline/underline.svg" with { type: "text" };
import user from "@tabler/icons/outline/user.svg" with { type: "text" };
import x from "@tabler/icons/outline/x.svg" with { type: "text" };
import heartFilled from "@tabler/icons/filled/heart.svg" with { type: "text" };
import pinnedFilled from "@tabler/icons/filled/pin.svg" with { type: "text" };
import starFilled from "@tabler/icons/filled/star.svg" with { type: "text" };
import { useState } from "react";

const COLORS = ["blue", "cyan", "teal", "green", "lime", "yellow", "orange", "red", "pink", "grape", "violet", "indigo", "gray"];
const SIZES = ["xs", "sm", "sm", "md", "md", "lg", "xl"];
const ICONS = [bell, cookie, download, home, mail, search, settings, star, trash, user];
const PAIRS = [[heart, heartFilled], [star, starFilled], [pinned, pinnedFilled]];

const Icon = ({ of, size = "1.1em", className }) => {
  const stroke = of.includes('fill="none"') ? { fill: "none", stroke: "currentColor", strokeWidth: 2, strokeLinecap: "round", strokeLinejoin: "round" } : { fill: "currentColor" };
  return <svg className={className} viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" {...stroke} dangerouslySetInnerHTML={{ __html: of.slice(of.indexOf(">", of.indexOf("<svg")) + 1, of.lastIndexOf("</svg>")) }} />;
};

let theme, scheme;

const icon = (s) => <Icon of={s.pick(ICONS)} />;
const color = (s) => s.pick([undefined, undefined, ...COLORS]);
const size = (s) => s.pick(SIZES);
const look = (s) => ({ color: color(s), size: size(s), radius: s.pick([undefined, undefined, "xs", "md", "xl"]) });
const words = (s) => ({
  ...(s.label ? { label: s.label } : { "aria-label": s.aria }),
  labelPosition: s.pick(["right", "right", "right", "left"]),
  ...(s.chance(0.2) ? { description: s.text("sentence") } : {}),
  ...(s.chance(0.08) ? { error: s.text("phrase") } : {}),
});
const state = (s) => ({ defaultChecked: s.checked, disabled: s.disabled });
const chosen = (s) => (s.checked ? "1" : null);
const useOn = (s) => {
  const [on, turn] = useState(s.checked);
  return [on, () => turn(!on)];
};
const Wrap = ({ children }) => <Group mt="xs" gap="md">{children}</Group>;

function useCard(s, Kind) {
  const [on, flip] = useOn(s);
  const props = { ...look(s), variant: s.pick(["filled", "outline"]) };
  const content = <div><Text size="sm" fw={600}>{s.aria}</Text><Text size="xs" c="dimmed">{s.text("phrase")}</Text></div>;
  return (
    <Kind.Card checked={on} onClick={flip} disabled={s.disabled} withBorder={s.chance(0.8)} radius="md" p="sm" maw={320} aria-label={s.aria}>
      <Group wrap="nowrap" align="flex-start" justify={s.pick(["flex-start", "space-between"])}>{s.chance(0.6) ? [<Kind.Indicator key="1" {...props} />, <div key="2">{content}</div>] : [<div key="2">{content}</div>, <Kind.Indicator key="1" {...props} />]}</Group>
    </Kind.Card>
  );
}

export default {
  name: "mantine",
  packages: ["@mantine/core", "@mantine/hooks", "@tabler/icons"],
  framework: "react",

  setup(env) {
    const { random } = env;
    const dim = env.dark && [1, 3, 5].every((at) => parseInt(env.accent.slice(at, at + 2), 16) < 100);
    const own = random.chance(0.5);
    const named = random.pick(["blue", "blue", ...COLORS.slice(0, 12)]);
    const primaryColor = own && !dim ? "accent" : named;
    scheme = env.dark ? "dark" : "light";
    theme = createTheme({
      primaryColor,
      colors: { accent: colorsTuple(env.accent) },
      fontFamily: env.font,
      headings: { fontFamily: env.font },
      scale: env.fontSize / 15,
      defaultRadius: random.pick(["xs", "sm", "sm", "md", "lg", "xl"]),
      autoContrast: random.chance(0.5),
      respectReducedMotion: true,
    });
    env.direction = env.rtl ? "rtl" : "ltr";
  },

  Provider: ({ env, children }) => (
    <DirectionProvider initialDirection={env.direction} detectDirection={false}>
      <MantineProvider theme={theme} forceColorScheme={scheme}>{children}</MantineProvider>
    </DirectionProvider>
  ),

  toggles: {
    checkbox: (s) => {
      const [mixed, settle] = useState(s.indeterminate);
      return <Checkbox {...state(s)} {...look(s)} {...words(s)} indeterminate={mixed} onChange={() => settle(false)} />;
    },
    "checkbox-outline": (s) => <Checkbox variant="outline" {...state(s)} {...look(s)} {...words(s)} />,
    "checkbox-icon": (s) => {
      const of = s.pick([heart, star, bell, user, x, check, cookie]);
      return <Checkbox {...state(s)} {...look(s)} {...words(s)} icon={({ className }) => <Icon of={of} className={className} />} variant={s.pick(["filled", "outline"])} />;
    },
    "checkbox-group": (s) => <Checkbox.Group label={s.aria} description={s.chance(0.4) ? s.text("sentence") : undefined} defaultValue={s.checked ? ["1"] : []}><Wrap>{s.options().map(({ id, ...option }) => <Checkbox key={id} value={option.value} label={option.label} disabled={s.disabled} />)}</Wrap></Checkbox.Group>,
    "checkbox-card": (s) => useCard(s, Checkbox),
    "radio-card": (s) => {
      const [value, change] = useState(chosen(s));
      const props = { ...look(s), variant: s.pick(["filled", "outline"]) };
      return (
        <Radio.Group name={s.name} value={value} onChange={change} label={s.aria}>
          <Stack gap="xs" mt="xs">
            {s.options(2, 3).map(({ id, ...option }) => (
              <Radio.Card key={id} value={option.value} radius="md" p="sm" maw={320} disabled={s.disabled} aria-label={option.label}>
                <Group wrap="nowrap"><Radio.Indicator {...props} /><Text size="sm">{option.label}</Text></Group>
              </Radio.Card>
            ))}
          </Stack>
        </Radio.Group>
      );
    },
    radio: (s) => {
      const props = { ...look(s), variant: s.pick(["filled", "filled", "outline"]), labelPosition: s.pick(["right", "right", "left"]) };
      return <Radio.Group name={s.name} defaultValue={chosen(s)} label={s.label || undefined} aria-label={s.aria} error={s.chance(0.08) ? s.text("short") : undefined}><Wrap>{s.options().map(({ id, ...option }) => <Radio key={id} {...props} value={option.value} label={option.label} disabled={s.disabled} />)}</Wrap></Radio.Group>;
    },
    "radio-icon": (s) => {
      const of = s.pick([check, heart, star, x]);
      const props = { ...look(s), icon: ({ className }) => <Icon of={of} className={className} /> };
      return <Radio.Group name={s.name} defaultValue={chosen(s)} aria-label={s.aria}><Stack gap="xs">{s.options().map(({ id, ...option }) => <Radio key={id} {...props} value={option.value} label={option.label} disabled={s.disabled} />)}</Stack></Radio.Group>;
    },
    switch: (s) => <Switch {...state(s)} {...look(s)} {...words(s)} withThumbIndicator={s.chance(0.6)} />,
    "switch-text": (s) => {
      const [onLabel, offLabel] = s.pick([["ON", "OFF"], ["1", "0"], ["✓", "✕"], [s.text("word"), s.text("word")]]);
      return <Switch {...state(s)} {...look(s)} size={s.pick(["md", "lg", "xl"])} {...words(s)} onLabel={onLabel} offLabel={offLabel} />;
    },
    "switch-icons": (s) => {
      const [on, off] = s.pick([[check, x], [sun, moon], [heartFilled, heart]]);
      return <Switch {...state(s)} {...look(s)} size={s.pick(["md", "lg"])} {...words(s)} onLabel={<Icon of={on} size={14} />} offLabel={<Icon of={off} size={14} />} />;
    },
    "switch-thumb-icon": (s) => {
      const [on, flip] = useOn(s);
      return <Switch checked={on} onChange={flip} disabled={s.disabled} color={color(s)} size={s.pick(["md", "lg"])} {...words(s)} thumbIcon={on ? <Icon of={check} size={12} className="on" /> : <Icon of={x} size={12} />} styles={{ thumb: { color: on ? "teal" : "crimson" } }} />;
    },
    "switch-row": (s) => <Group justify="space-between" wrap="nowrap" maw={420}><div><Text size="sm">{s.aria}</Text>{s.chance(0.5) && <Text size="xs" c="dimmed">{s.text("sentence")}</Text>}</div><Switch {...state(s)} {...look(s)} aria-label={s.aria} /></Group>,
    chip: (s) => <Chip {...state(s)} {...look(s)} variant={s.pick(["outline", "filled", "light"])} icon={s.chance(0.3) ? <Icon of={s.pick([bell, star, heart])} size={12} /> : undefined}>{s.aria}</Chip>,
    "chip-group": (s) => {
      const multiple = s.chance(0.5);
      const props = { ...look(s), variant: s.pick(["outline", "filled", "light"]) };
      return <Chip.Group multiple={multiple} defaultValue={multiple ? (s.checked ? ["1"] : []) : chosen(s)}><Group gap="xs">{s.options(2, 3).map(({ id, ...option }) => <Chip key={id} {...props} value={option.value} disabled={s.disabled}>{option.label}</Chip>)}</Group></Chip.Group>;
    },
    segmented: (s) => <SegmentedControl name={s.name} data={s.options(2, 3, "word").map(({ value, label }) => ({ value, label }))} defaultValue={s.pick(["1", "2"])} disabled={s.disabled} {...look(s)} size={s.pick(["xs", "sm", "md"])} orientation={s.pick(["horizontal", "horizontal", "vertical"])} maw="100%" />,
    "segmented-icons": (s) => <SegmentedControl name={s.name} data={[sun, moon, settings].map((of, i) => ({ value: `${i}`, label: <Center style={{ gap: 6 }}><Icon of={of} size={16} />{s.chance(0.3) && <span>{s.text("word")}</span>}</Center> }))} defaultValue={s.pick(["0", "1"])} disabled={s.disabled} {...look(s)} size={s.pick(["xs", "sm", "md"])} />,
    toggle: (s) => <Toggle defaultActive={s.checked} disabled={s.disabled} {...look(s)} variant={s.pick([undefined, "light", "filled"])} autoWidth={Boolean(s.label)} aria-label={s.aria}>{s.label || icon(s)}</Toggle>,
    "toolbar-toggles": (s) => <Toolbar><Toolbar.ToggleGroup type="multiple" defaultValue={s.checked ? ["0"] : []} disabled={s.disabled}>{[bold, italic, underline].map((of, i) => <Toolbar.ToggleItem key={i} value={`${i}`} aria-label={["bold", "italic", "underlined"][i]}><Icon of={of} /></Toolbar.ToggleItem>)}</Toolbar.ToggleGroup></Toolbar>,
    "toggle-button": (s) => {
      const [on, flip] = useOn(s);
      const off = s.pick(["default", "default", "subtle"]);
      return <Button aria-pressed={on} variant={on ? "filled" : off} onClick={flip} disabled={s.disabled} {...look(s)} size={s.pick(["xs", "sm", "md"])} leftSection={s.chance(0.4) ? icon(s) : null}>{s.aria}</Button>;
    },
    "toggle-icon": (s) => {
      const [on, flip] = useOn(s);
      const [off, filled] = s.pick(PAIRS);
      const props = { color: s.pick(COLORS), size: size(s), radius: s.pick(["sm", "xl"]), variant: s.pick(["subtle", "default", "transparent", "light"]) };
      return <ActionIcon aria-pressed={on} onClick={flip} disabled={s.disabled} aria-label={s.aria} {...props}><Icon of={on ? filled : off} size="70%" /></ActionIcon>;
    },
    "menu-items": (s) => (
      <Menu opened hideDetached={false} withinPortal={false} trapFocus={false} closeOnItemClick={false} closeOnClickOutside={false} closeOnEscape={false} transitionProps={{ duration: 0 }} styles={{ dropdown: { position: "static", maxWidth: 260 } }}>
        <Menu.Target><span /></Menu.Target>
        <Menu.Dropdown>{s.options(2, 3).map(({ id, label, checked }) => <Menu.CheckboxItem key={id} defaultChecked={checked} disabled={s.disabled}>{label}</Menu.CheckboxItem>)}</Menu.Dropdown>
      </Menu>
    ),
    "option-list": (s) => {
      const store = useCombobox();
      const [values, change] = useState(s.checked ? ["1"] : []);
      return (
        <Combobox store={store} onOptionSubmit={(value) => change(values.includes(value) ? values.filter((other) => other !== value) : [...values, value])}>
          <Paper withBorder p={4} maw={280}>
            <Combobox.Options aria-label={s.aria}>
              {s.options(2, 3).map(({ id, ...option }) => (
                <Combobox.Option key={id} value={option.value} aria-selected={values.includes(option.value)}>
                  <Group gap="sm" wrap="nowrap"><Checkbox checked={values.includes(option.value)} readOnly aria-hidden tabIndex={-1} style={{ pointerEvents: "none" }} /><span>{option.label}</span></Group>
                </Combobox.Option>
              ))}
            </Combobox.Options>
          </Paper>
        </Combobox>
      );
    },
    "table-rows": (s) => <Table withTableBorder={s.chance(0.5)} striped={s.chance(0.3)}><Table.Tbody>{[1, 2].map((i) => <Table.Tr key={i}><Table.Td w={40}><Checkbox defaultChecked={s.chance(0.5)} aria-label={s.aria} /></Table.Td><Table.Td>{s.text("short")}</Table.Td><Table.Td>{s.text("price")}</Table.Td></Table.Tr>)}</Table.Tbody></Table>,
    fieldset: (s) => <Fieldset legend={s.aria} variant={s.pick(["default", "filled"])} disabled={s.disabled}><Stack gap="xs"><Checkbox {...state(s)} label={s.text("phrase")} /><Switch {...state(s)} label={s.text("short")} /></Stack></Fieldset>,
  },

  others: {
    button: (s) => <Button maw="100%" variant={s.pick(["filled", "light", "outline", "default", "subtle", "transparent", "white", "gradient"])} {...look(s)} disabled={s.disabled} leftSection={s.chance(0.4) ? icon(s) : null} rightSection={s.chance(0.2) ? icon(s) : null}>{s.label}</Button>,
    "button-group": (s) => <Button.Group>{s.options(2, 3, "word").map(({ id, label }) => <Button key={id} variant="default" size="xs">{label}</Button>)}</Button.Group>,
    "icon-button": (s) => <ActionIcon variant={s.pick(["filled", "light", "outline", "default", "subtle"])} {...look(s)} aria-label={s.aria}>{icon(s)}</ActionIcon>,
    "theme-icon": (s) => <Group gap="sm" wrap="nowrap"><ThemeIcon variant={s.pick(["filled", "light", "outline", "gradient"])} {...look(s)}>{icon(s)}</ThemeIcon><Text size="sm">{s.text("phrase")}</Text></Group>,
    "close-burger": (s) => <Group><CloseButton aria-label={s.aria} /><Burger opened={false} size="sm" aria-label={s.text("word")} /></Group>,
    anchor: (s) => <Anchor href={`#${s.id}`} underline={s.pick(["always", "hover", "never"])}>{s.label}</Anchor>,
    input: (s) => <TextInput label={s.text("word")} placeholder={s.text("short")} defaultValue={s.chance(0.5) ? s.text("name") : ""} leftSection={s.chance(0.5) ? icon(s) : null} variant={s.pick(["default", "filled", "unstyled"])} size={size(s)} disabled={s.disabled} error={s.chance(0.2) ? s.text("short") : null} />,
    "number-input": (s) => <NumberInput defaultValue={s.int(0, 100)} size={s.pick(["sm", "md"])} aria-label={s.aria} />,
    textarea: (s) => <Textarea label={s.text("word")} defaultValue={s.text("sentence")} />,
    select: (s) => <Select data={s.options().map(({ value, label }) => ({ value, label }))} defaultValue="1" size={s.pick(["xs", "sm", "md"])} disabled={s.disabled} aria-label={s.aria} />,
    "tags-input": (s) => <TagsInput defaultValue={s.options(2, 3, "word").map(({ label }) => label)} aria-label={s.aria} />,
    "file-input": (s) => <FileInput placeholder={s.text("short")} leftSection={icon(s)} aria-label={s.aria} />,
    "pin-input": (s) => <PinInput length={4} size={s.pick(["xs", "sm", "md"])} aria-label={s.aria} />,
    slider: (s) => <Slider defaultValue={s.int(0, 100)} {...look(s)} disabled={s.disabled} thumbLabel={s.aria} />,
    pills: (s) => <Pill.Group>{s.options(2, 3, "word").map(({ id, label }) => <Pill key={id} withRemoveButton={s.chance(0.5)} size={s.pick(["sm", "md", "lg"])}>{label}</Pill>)}</Pill.Group>,
    badge: (s) => <Badge variant={s.pick(["filled", "light", "outline", "dot", "default"])} {...look(s)} leftSection={s.chance(0.4) ? icon(s) : null}>{s.text("word")}</Badge>,
    avatar: (s) => <Group gap="sm" wrap="nowrap"><Avatar src={s.chance(0.5) ? s.image(40) : null} color={s.pick(COLORS)} radius={s.pick(["sm", "xl"])}><Icon of={user} /></Avatar><div><Text size="sm">{s.text("name")}</Text><Text size="xs" c="dimmed">{s.text("email")}</Text></div></Group>,
    indicator: (s) => <Indicator inline label={`${s.int(1, 99)}`} size={18} color={s.pick(COLORS)}><Avatar radius="md" src={s.image(40)} /></Indicator>,
    alert: (s) => <Alert variant={s.pick(["light", "filled", "outline", "default"])} color={s.pick(COLORS)} title={s.chance(0.6) ? s.text("short") : undefined} icon={icon(s)} withCloseButton={s.chance(0.3)}>{s.text("sentence")}</Alert>,
    notification: (s) => <Notification title={s.text("short")} color={s.pick(COLORS)} icon={s.chance(0.5) ? icon(s) : null} withCloseButton={s.chance(0.5)} withBorder>{s.text("sentence")}</Notification>,
    progress: (s) => <Progress value={s.int(5, 100)} {...look(s)} striped={s.chance(0.3)} aria-label={s.aria} />,
    "ring-progress": (s) => <RingProgress size={s.int(60, 110)} thickness={s.int(5, 12)} roundCaps sections={[{ value: s.int(20, 90), color: s.pick(COLORS) }]} label={<Text size="xs" ta="center">{s.text("percent")}</Text>} />,
    loader: (s) => <Group gap="sm"><Loader type={s.pick(["oval", "bars", "dots"])} size={s.pick(["sm", "md"])} color={s.pick(COLORS)} /><Text size="sm">{s.text("short")}</Text></Group>,
    "nav-links": (s) => <div style={{ maxWidth: 260 }}>{s.options(2, 3).map(({ id, label }, i) => <NavLink key={id} href={`#${id}`} label={label} leftSection={icon(s)} active={i === 0} variant={s.pick(["light", "filled", "subtle"])} />)}</div>,
    tabs: (s) => <Tabs defaultValue="1" variant={s.pick(["default", "outline", "pills"])}><Tabs.List>{s.options(2, 3, "word").map(({ id, value, label }) => <Tabs.Tab key={id} value={value} leftSection={s.chance(0.5) ? icon(s) : null}>{label}</Tabs.Tab>)}</Tabs.List></Tabs>,
    pagination: (s) => <Pagination total={s.int(3, 6)} defaultValue={s.int(1, 3)} {...look(s)} size="sm" />,
    breadcrumbs: (s) => <Breadcrumbs style={{ flexWrap: "wrap" }}>{s.options(2, 3).map(({ id, label }) => <Anchor key={id} href={`#${id}`} size="sm">{label}</Anchor>)}</Breadcrumbs>,
    stepper: (s) => <Stepper active={1} orientation="vertical" size="sm" color={color(s)}>{s.options(2, 3).map(({ id, label }) => <Stepper.Step key={id} label={label} />)}</Stepper>,
    timeline: (s) => <Timeline active={1} bulletSize={20} lineWidth={2} color={color(s)}>{s.options(2, 3).map(({ id, label }) => <Timeline.Item key={id} title={label} bullet={<Icon of={s.pick(ICONS)} size={12} />} />)}</Timeline>,
    list: (s) => <List size="sm" spacing="xs" center icon={<ThemeIcon size={22} radius="xl" color={s.pick(COLORS)}><Icon of={s.pick([check, ...ICONS])} size={14} /></ThemeIcon>}>{s.options(2, 3, "phrase").map(({ id, label }) => <List.Item key={id}>{label}</List.Item>)}</List>,
    accordion: (s) => <Accordion variant={s.pick(["default", "contained", "filled", "separated"])}>{s.options(1, 2).map(({ id, value, label }) => <Accordion.Item key={id} value={value}><Accordion.Control icon={s.chance(0.5) ? icon(s) : null}>{label}</Accordion.Control><Accordion.Panel>{label}</Accordion.Panel></Accordion.Item>)}</Accordion>,
    card: (s) => <Card withBorder shadow="sm" padding="sm" maw={280}><Card.Section><Image src={s.image(280, 80)} h={80} alt="" /></Card.Section><Text fw={600} mt="xs">{s.text("short")}</Text><Text size="sm" c="dimmed">{s.text("sentence")}</Text><Button size="xs" mt="xs" variant="light">{s.text("word")}</Button></Card>,
    table: (s) => <Table withTableBorder striped={s.chance(0.5)}><Table.Thead><Table.Tr><Table.Th>{s.text("word")}</Table.Th><Table.Th>{s.text("word")}</Table.Th></Table.Tr></Table.Thead><Table.Tbody>{[1, 2].map((i) => <Table.Tr key={i}><Table.Td>{s.text("short")}</Table.Td><Table.Td>{s.text("price")}</Table.Td></Table.Tr>)}</Table.Tbody></Table>,
    rating: (s) => <Rating defaultValue={s.int(1, 5)} />,
    swatches: (s) => <Group gap="xs">{[1, 2, 3].map((i) => <ColorSwatch key={i} color={s.color()} size={s.int(16, 30)} />)}</Group>,
    kbd: (s) => <div><Kbd>Ctrl</Kbd> + <Kbd>{s.pick(["K", "S", "P"])}</Kbd> <Code>{s.text("code")}</Code></div>,
    quote: (s) => <Blockquote p="md" color={s.pick(COLORS)} icon={s.chance(0.5) ? icon(s) : null}>{s.text("sentence")}</Blockquote>,
    title: (s) => <Title order={s.int(3, 6)}>{s.text("phrase")}</Title>,
    empty: (s) => <EmptyState size="sm" icon={icon(s)} title={s.text("short")} description={s.text("phrase")} />,
    skeleton: (s) => <Skeleton height={s.int(10, 40)} width={s.int(60, 200)} radius={s.pick(["sm", "xl"])} animate={false} />,
    search: (s) => <PillsInput size="sm"><Pill.Group><Pill>{s.text("word")}</Pill><PillsInput.Field placeholder={s.text("word")} /></Pill.Group></PillsInput>,
  },
};
