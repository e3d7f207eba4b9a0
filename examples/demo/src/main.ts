/** The page: takes a picture in whichever way, has it read, and shows what was read. */
import { Networks } from "./networks";
import { type Picture, PictureError, readPicture } from "./picture";
import { scan } from "./scan";
import { foundInWords, foundView, pictureView, predictionInWords, predictionView } from "./view";

/** Width and height in pixels that a picture exceeds if it is taken for a screenshot. */
const LARGEST_CONTROL = 320;

const get = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;
const drop = get("drop");
const status = get("status");
const progress = get<HTMLProgressElement>("progress");
const result = get("result");
const reading = get("reading");
const modes = { control: get("control"), screenshot: get("screenshot") };
type Mode = keyof typeof modes;

interface Shown {
  picture: Picture;
  image: HTMLImageElement;
}

let shown: Shown | undefined;
let work = new AbortController();

const networks = loadNetworks();
networks.then(({ settings: { version, model, detector } }) => {
  get("about").textContent =
    `checkboxnet ${version} with ${model.name}; detector ${detector.name}`;
}, fail);

async function loadNetworks(): Promise<Networks> {
  if (typeof WebAssembly === "undefined") {
    throw new PictureError(
      "This browser has no WebAssembly, or it is switched off, as iOS does in Lockdown Mode. " +
        "Allow it for this page, or open the page in another browser.",
    );
  }
  try {
    return await Networks.load();
  } catch (error) {
    throw new PictureError(`The networks can't be loaded (${error}). Reload the page.`);
  }
}

/**
 * @param wrong Whether it is an error.
 * @param busy Whether more is to come.
 * @param quiet Whether what is shown elsewhere says the same to who can see.
 */
function say(text: string, { wrong = false, busy = false, quiet = false } = {}) {
  status.textContent = text;
  status.classList.toggle("wrong", wrong);
  status.classList.toggle("quiet", quiet);
  progress.hidden = !busy;
  result.ariaBusy = String(busy);
  progress.removeAttribute("value");
}

function fail(error: unknown) {
  if (!(error instanceof PictureError)) console.error(error);
  say(error instanceof PictureError ? error.message : `It can't be read (${error}).`, {
    wrong: true,
  });
}

/** Does something in place of what is under way; that stops, and is not heard of again. */
async function attempt(task: (signal: AbortSignal) => Promise<void>) {
  work.abort();
  work = new AbortController();
  const { signal } = work;
  try {
    await task(signal);
  } catch (error) {
    if (signal.aborted) return;
    reading.replaceChildren();
    result.hidden = shown === undefined;
    fail(error);
  }
}

/** Reads a picture as what it seems to be. */
function take(given: Blob | Promise<Blob>, name: string) {
  return attempt(async (signal) => {
    say("Loading the networks…", { busy: true });
    shown = undefined;
    const [{ settings }, file] = await Promise.all([networks, given]);
    signal.throwIfAborted();
    say(`Reading ${name}…`, { busy: true });
    const image = await load(file, name);
    const { naturalWidth: width, naturalHeight: height } = image;
    if (width * height > settings.max_pixels) {
      const most = settings.max_pixels.toLocaleString("en");
      throw new PictureError(
        `${name}: ${width} × ${height} is more than ${most} pixels. Cut out the part that matters.`,
      );
    }
    const picture = await readPicture(file, settings.model.plain).catch((error: unknown) => {
      throw error instanceof DOMException ? unreadable(name) : error;
    });
    signal.throwIfAborted();
    shown = { picture, image };
    reading.replaceChildren(pictureView(image));
    result.hidden = false;
    const isLarge = Math.min(width, height) > LARGEST_CONTROL;
    await read(shown, isLarge ? "screenshot" : "control", signal);
  });
}

function unreadable(name: string): PictureError {
  return new PictureError(
    `${name}: not a picture that this browser can read. Take a PNG, JPEG, WebP, GIF or BMP file.`,
  );
}

async function load(file: Blob, name: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.alt = name;
  image.src = URL.createObjectURL(file);
  try {
    await new Promise((resolve, reject) => {
      image.addEventListener("load", resolve);
      image.addEventListener("error", () => reject(unreadable(name)));
    });
    return image;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

async function read({ picture, image }: Shown, mode: Mode, signal: AbortSignal) {
  for (const [each, button] of Object.entries(modes)) button.ariaPressed = String(each === mode);
  const ready = await networks;
  say(mode === "control" ? "Looking at it…" : "Looking for controls…", { busy: true });
  if (mode === "control") {
    const prediction = await ready.classify(picture).catch((error: unknown) => {
      // The graph takes many times the memory of a picture, and WebAssembly has four gigabytes.
      throw new PictureError(
        `It can't be read as one control (${error}). Cut the control out of the picture.`,
      );
    });
    signal.throwIfAborted();
    reading.replaceChildren(...predictionView(image, prediction));
    say(predictionInWords(prediction), { quiet: true });
  } else {
    const tell = (share: number) => {
      if (!signal.aborted) progress.value = share;
    };
    const found = await scan(picture, ready, tell, signal);
    signal.throwIfAborted();
    reading.replaceChildren(...foundView(image, found));
    say(foundInWords(found));
  }
  result.scrollIntoView({ block: "nearest" }); // on a phone it is below what can be seen
}

for (const mode of ["control", "screenshot"] as const) {
  modes[mode].addEventListener("click", () => {
    const what = shown;
    if (what) attempt((signal) => read(what, mode, signal));
  });
}

for (const input of [get<HTMLInputElement>("file"), get<HTMLInputElement>("camera")]) {
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) take(file, file.name);
    input.value = ""; // the same file may be chosen again
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>(".examples button")) {
  button.addEventListener("click", () => {
    const { src, alt } = button.firstElementChild as HTMLImageElement;
    take(
      fetch(src).then((response) => response.blob()),
      alt,
    );
  });
}

const NOTHING_TO_PASTE =
  "There is no picture in the clipboard. Copy one, or a screenshot, and paste again.";

function takeFirst(files: FileList | undefined, otherwise: string) {
  const [file] = files ?? [];
  if (file) take(file, file.name);
  else say(otherwise, { wrong: true });
}

document.addEventListener("paste", (event) => {
  event.preventDefault();
  takeFirst(event.clipboardData?.files, NOTHING_TO_PASTE);
});

get("paste").hidden = !navigator.clipboard?.read;
get("paste").addEventListener("click", async () => {
  try {
    for (const item of await navigator.clipboard.read()) {
      const type = item.types.find((each) => each.startsWith("image/"));
      if (type) return take(await item.getType(type), "the pasted picture");
    }
    say(NOTHING_TO_PASTE, { wrong: true });
  } catch {
    say("This page may not read the clipboard: allow it, or press Ctrl V.", { wrong: true });
  }
});

// Anywhere on the page: beside the place for it a browser would leave the page for the file.
for (const kind of ["dragenter", "dragover", "dragleave", "drop"] as const) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.toggle("over", kind === "dragenter" || kind === "dragover");
    if (kind === "drop") {
      takeFirst(event.dataTransfer?.files, "What was dropped is no file. Save the picture first.");
    }
  });
}
