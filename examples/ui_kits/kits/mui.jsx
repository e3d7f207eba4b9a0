// Material UI: checkboxes, radios, switches, toggle buttons, chips, ratings and its other components.

import Bookmark from "@mui/icons-material/Bookmark";
import BookmarkBorder from "@mui/icons-material/BookmarkBorder";
import CheckCircle from "@mui/icons-material/CheckCircle";
import Delete from "@mui/icons-material/Delete";
import Favorite from "@mui/icons-material/Favorite";
import FavoriteBorder from "@mui/icons-material/FavoriteBorder";
import FormatBold from "@mui/icons-material/FormatBold";
import FormatItalic from "@mui/icons-material/FormatItalic";
import FormatUnderlined from "@mui/icons-material/FormatUnderlined";
import Home from "@mui/icons-material/Home";
import Menu from "@mui/icons-material/Menu";
import RadioButtonUnchecked from "@mui/icons-material/RadioButtonUnchecked";
import Search from "@mui/icons-material/Search";
import Send from "@mui/icons-material/Send";
import Settings from "@mui/icons-material/Settings";
import Star from "@mui/icons-material/Star";
import StarBorder from "@mui/icons-material/StarBorder";
import Visibility from "@mui/icons-material/Visibility";
import VisibilityOff from "@mui/icons-material/VisibilityOff";
import {
  Accordion, AccordionDetails, AccordionSummary, Alert, Avatar, AvatarGroup, Badge, Breadcrumbs, Button, ButtonGroup, Card, CardActions, CardContent,
  CardMedia, Checkbox, Chip, CircularProgress, createTheme, Fab, FormControl, FormControlLabel, FormLabel, IconButton, LinearProgress,
  Link, List, ListItemButton, ListItemIcon, ListItemText, MenuItem, MenuList, Pagination, Paper, Radio, RadioGroup, Rating, Skeleton, Slider,
  Step, StepLabel, Stepper, Switch, Tab, Table, TableBody, TableCell, TableRow, Tabs, TextField, ThemeProvider, ToggleButton, ToggleButtonGroup,
} from "@mui/material";
import { useState } from "react";

const COLORS = ["primary", "primary", "secondary", "success", "error", "warning", "info", "default"];
const ICONS = [Delete, Home, Menu, Search, Send, Settings, Star, Favorite];
const PAIRS = [
  [<FavoriteBorder />, <Favorite />],
  [<BookmarkBorder />, <Bookmark />],
  [<StarBorder />, <Star />],
  [<RadioButtonUnchecked />, <CheckCircle />],
  [<VisibilityOff />, <Visibility />],
];

let theme;

const size = (s) => s.pick(["small", "medium", "medium"]);
const color = (s) => s.pick(COLORS.slice(0, 7));
const icon = (s) => {
  const Icon = s.pick(ICONS);
  return <Icon />;
};

// A control with its words, on any side of it; without words its name is an aria-label.
const labelled = (s, Control, props, placements = ["end"]) => {
  const control = <Control {...props} slotProps={{ input: s.label ? {} : { "aria-label": s.aria } }} />;
  return s.label ? <FormControlLabel sx={{ maxWidth: "100%" }} label={s.label} disabled={s.disabled} labelPlacement={s.pick(placements)} control={control} /> : control;
};

const state = (s) => ({ defaultChecked: s.checked, disabled: s.disabled, color: s.pick(COLORS) });

const group = (s, props = {}) => (
  <FormControl disabled={s.disabled}>
    {s.label && <FormLabel>{s.label}</FormLabel>}
    <RadioGroup name={s.name} defaultValue={s.checked ? "1" : ""} aria-label={s.aria} {...props}>
      {s.options().map((choice) => (
        <FormControlLabel key={choice.id} value={choice.value} label={choice.label} control={<Radio size={size(s)} color={s.pick(COLORS)} />} />
      ))}
    </RadioGroup>
  </FormControl>
);

function Toggle({ s, children }) {
  const [selected, select] = useState(s.checked);
  return (
    <ToggleButton value="on" selected={selected} onChange={() => select(!selected)} disabled={s.disabled} size={s.pick(["small", "medium", "large"])} color={s.pick(["standard", "primary", "secondary", "success"])} aria-label={s.aria}>
      {children}
    </ToggleButton>
  );
}

function Toggles({ s, exclusive, choices }) {
  const first = choices[0].value;
  const [value, change] = useState(exclusive ? (s.checked ? first : null) : s.checked ? [first] : []);
  return (
    <ToggleButtonGroup sx={{ flexWrap: "wrap", maxWidth: "100%" }} value={value} exclusive={exclusive} onChange={(_, next) => change(next)} disabled={s.disabled} size={size(s)} color={s.pick(["standard", "primary"])} orientation={s.pick(["horizontal", "horizontal", "vertical"])} aria-label={s.aria}>
      {choices.map(({ value, label, aria }) => (
        <ToggleButton key={value} value={value} aria-label={aria}>{label}</ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

// A filter chip: filled or ticked while it is on.
function FilterChip({ s }) {
  const [on, turn] = useState(s.checked);
  const ticked = s.chance(0.5);
  return (
    <Chip label={s.aria} role="checkbox" aria-checked={on} clickable onClick={() => turn(!on)} disabled={s.disabled} size={size(s)} color={on ? color(s) : "default"} variant={on ? "filled" : "outlined"} icon={on && ticked ? <CheckCircle /> : undefined} />
  );
}

function CheckRow({ s }) {
  const [on, turn] = useState(s.checked);
  return (
    <List dense={s.chance(0.5)} disablePadding>
      <ListItemButton role="checkbox" aria-checked={on} aria-label={s.aria} onClick={() => turn(!on)} disabled={s.disabled}>
        <ListItemIcon><Checkbox edge="start" checked={on} tabIndex={-1} disableRipple slotProps={{ input: { "aria-hidden": true } }} /></ListItemIcon>
        <ListItemText primary={s.aria} secondary={s.chance(0.4) ? s.text("sentence") : null} />
      </ListItemButton>
    </List>
  );
}

function SelectableCard({ s }) {
  const [on, turn] = useState(s.checked);
  return (
    <Card variant="outlined" role="checkbox" tabIndex={0} aria-checked={on} aria-label={s.aria} onClick={() => turn(!on)} sx={{ maxWidth: 280, cursor: "pointer", outline: on ? 2 : 0, outlineStyle: "solid", outlineColor: "primary.main" }}>
      <CardContent><b>{s.aria}</b><div>{s.text("price")}</div></CardContent>
    </Card>
  );
}

export default {
  name: "mui",
  packages: ["@mui/material", "@mui/icons-material", "@emotion/react", "@emotion/styled"],
  framework: "react",
  rtl: false,

  setup(env) {
    theme = createTheme({
      direction: env.rtl ? "rtl" : "ltr",
      // Half of the pages keep Material's own blue and purple.
      palette: { mode: env.dark ? "dark" : "light", ...(env.random.chance(0.5) ? { primary: { main: env.accent } } : {}) },
      typography: { fontFamily: env.font, fontSize: env.fontSize },
      shape: { borderRadius: env.random.pick([0, 4, 4, 8, 12]) },
    });
  },

  Provider: ({ children }) => <ThemeProvider theme={theme}>{children}</ThemeProvider>,

  toggles: {
    checkbox: (s) => labelled(s, Checkbox, { ...state(s), size: size(s), indeterminate: s.indeterminate }),
    "checkbox-icons": (s) => {
      const [off, on] = s.pick(PAIRS);
      return labelled(s, Checkbox, { ...state(s), size: size(s), icon: off, checkedIcon: on });
    },
    "checkbox-placement": (s) => labelled(s, Checkbox, state(s), ["start", "top", "bottom"]),
    "checkbox-scaled": (s) => labelled(s, Checkbox, { ...state(s), sx: { "& .MuiSvgIcon-root": { fontSize: s.int(16, 44) } } }),
    "radio-group": (s) => group(s),
    "radio-row": (s) => group(s, { row: true }),
    radio: (s) => labelled(s, Radio, { ...state(s), size: size(s), name: s.name }, ["end", "start", "top"]),
    switch: (s) => labelled(s, Switch, { ...state(s), size: size(s) }),
    "switch-placement": (s) => labelled(s, Switch, state(s), ["start", "top", "bottom"]),
    "toggle-button": (s) => <Toggle s={s}>{s.label || icon(s)}</Toggle>,
    "toggle-icon-group": (s) => <Toggles s={s} choices={[FormatBold, FormatItalic, FormatUnderlined].map((Icon, i) => ({ value: `${i}`, label: <Icon />, aria: ["bold", "italic", "underlined"][i] }))} />,
    "toggle-group": (s) => <Toggles s={s} exclusive choices={s.options()} />,
    "filter-chip": (s) => <FilterChip s={s} />,
    "check-row": (s) => <CheckRow s={s} />,
    "selectable-card": (s) => <SelectableCard s={s} />,
    "rating-star": (s) => <Rating name={s.name} max={s.pick([1, 3, 5])} defaultValue={s.checked ? 1 : null} disabled={s.disabled} size={s.pick(["small", "medium", "large"])} />,
  },

  others: {
    button: (s) => <Button variant={s.pick(["text", "outlined", "contained"])} color={color(s)} size={s.pick(["small", "medium", "large"])} disabled={s.disabled} startIcon={s.chance(0.3) ? icon(s) : null}>{s.label}</Button>,
    "button-group": (s) => <ButtonGroup sx={{ flexWrap: "wrap", maxWidth: "100%" }} variant={s.pick(["outlined", "contained"])} size={size(s)}>{s.options(2, 3).map(({ id, label }) => <Button key={id}>{label}</Button>)}</ButtonGroup>,
    "icon-button": (s) => <IconButton color={s.pick(COLORS)} size={s.pick(["small", "medium", "large"])} aria-label={s.aria}>{icon(s)}</IconButton>,
    fab: (s) => <Fab color={color(s)} size={size(s)} aria-label={s.aria} variant={s.label ? "extended" : "circular"}>{icon(s)}{s.text("word")}</Fab>,
    link: (s) => <Link href={`#${s.id}`} underline={s.pick(["always", "hover"])}>{s.label}</Link>,
    input: (s) => <TextField label={s.text("word")} defaultValue={s.chance(0.6) ? s.text("name") : ""} variant={s.pick(["outlined", "filled", "standard"])} size={size(s)} disabled={s.disabled} fullWidth />,
    select: (s) => <TextField select label={s.text("word")} defaultValue="1" size={size(s)} fullWidth>{s.options().map(({ value, label }) => <MenuItem key={value} value={value}>{label}</MenuItem>)}</TextField>,
    slider: (s) => <Slider defaultValue={s.int(0, 100)} color={s.pick(["primary", "secondary"])} size={size(s)} disabled={s.disabled} marks={s.chance(0.3)} step={10} aria-label={s.aria} />,
    chip: (s) => <Chip label={s.text("short")} color={s.pick(COLORS)} variant={s.pick(["filled", "outlined"])} size={size(s)} avatar={s.chance(0.3) ? <Avatar src={s.image(24)} /> : undefined} onDelete={s.chance(0.4) ? () => {} : undefined} />,
    avatar: (s) => <Avatar src={s.chance(0.5) ? s.image(40) : undefined} variant={s.pick(["circular", "rounded", "square"])}>{s.text("name")[0]}</Avatar>,
    "avatar-group": (s) => <AvatarGroup max={4} sx={{ justifyContent: "flex-end" }}>{[1, 2, 3].map((i) => <Avatar key={i} src={s.image(40)} />)}</AvatarGroup>,
    badge: (s) => <Badge badgeContent={s.int(1, 120)} color={s.pick(["primary", "secondary", "error"])}>{icon(s)}</Badge>,
    alert: (s) => <Alert severity={s.pick(["success", "info", "warning", "error"])} variant={s.pick(["standard", "outlined", "filled"])}>{s.text("sentence")}</Alert>,
    progress: (s) => <LinearProgress variant="determinate" value={s.int(0, 100)} color={color(s)} aria-label={s.aria} />,
    spinner: (s) => <CircularProgress variant="determinate" value={s.int(10, 100)} size={s.int(18, 48)} color={color(s)} aria-label={s.aria} />,
    pagination: (s) => <Pagination count={s.int(3, 5)} shape={s.pick(["circular", "rounded"])} size="small" color={s.pick(["standard", "primary"])} />,
    tabs: (s) => <Tabs value={0} variant="scrollable">{s.options().map(({ id, label }) => <Tab key={id} label={label} />)}</Tabs>,
    breadcrumbs: (s) => <Breadcrumbs>{s.options(2, 3).map(({ id, label }) => <Link key={id} href={`#${id}`}>{label}</Link>)}</Breadcrumbs>,
    menu: (s) => <Paper sx={{ maxWidth: 240 }}><MenuList dense>{s.options().map(({ id, label }, i) => <MenuItem key={id} selected={i === 1}>{label}</MenuItem>)}</MenuList></Paper>,
    card: (s) => <Card sx={{ maxWidth: 300 }}><CardMedia component="img" alt="" height="90" image={s.image(300, 90)} /><CardContent>{s.text("sentence")}</CardContent><CardActions><Button size="small">{s.text("word")}</Button></CardActions></Card>,
    table: (s) => <Table size="small"><TableBody>{[1, 2].map((i) => <TableRow key={i}><TableCell>{s.text("short")}</TableCell><TableCell align="right">{s.text("price")}</TableCell></TableRow>)}</TableBody></Table>,
    accordion: (s) => <Accordion disableGutters><AccordionSummary expandIcon="⌄">{s.text("phrase")}</AccordionSummary><AccordionDetails>{s.text("sentence")}</AccordionDetails></Accordion>,
    stepper: (s) => <Stepper activeStep={1} alternativeLabel sx={{ "& .MuiStepLabel-label": { overflowWrap: "anywhere" } }}>{s.options(2, 3).map(({ id, label }) => <Step key={id}><StepLabel>{label}</StepLabel></Step>)}</Stepper>,
    skeleton: (s) => <Skeleton variant={s.pick(["text", "rectangular", "rounded"])} width={s.int(80, 200)} height={s.int(16, 48)} animation={false} />,
    list: (s) => <List dense>{s.options(2, 3).map(({ id, label }) => <ListItemButton key={id}><ListItemIcon>{icon(s)}</ListItemIcon><ListItemText primary={label} /></ListItemButton>)}</List>,
  },
};
