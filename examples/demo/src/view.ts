/** What was read, as elements. */
import type { Prediction, Reason } from "./prediction";
import type { Found } from "./scan";

const REASONS: Record<Reason, string> = {
  "low-confidence": "the score is below the threshold of its label.",
  ambiguous: "a second label is nearly as likely.",
  "too-small": "the picture has too few pixels to tell.",
  blank: "it shows nothing but plain background.",
  "unlike-training": "it is unlike what the network was trained on.",
  indeterminate: "it looks neither on nor off, as a box with a bar in it does.",
};

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

export function predictionInWords(prediction: Prediction): string {
  return `${prediction.label}, ${percent(prediction.score)}. ${certainty(prediction)}`;
}

function certainty({ reason }: Prediction): string {
  return reason ? `Not certain (${reason}): ${REASONS[reason]}` : "Certain.";
}

export function foundInWords(found: Found[]): string {
  if (found.length === 0) return "No control was found. Is it a picture of one control?";
  const count = (test: (each: Found) => boolean) => found.filter(test).length;
  const labels = [...new Set(found.map(({ label }) => label))].sort();
  const states = labels.map((each) => `${count(({ label }) => label === each)} ${each}`);
  const doubted = count(({ certain }) => !certain);
  return (
    `${found.length} ${found.length === 1 ? "control" : "controls"}: ${states.join(", ")}` +
    `${doubted ? `; ${doubted} not certain` : ""}.`
  );
}

export function predictionView(image: HTMLImageElement, prediction: Prediction): HTMLElement[] {
  const { label, probabilities, kind, mixed } = prediction;
  const shares = element("dl", { className: "shares" });
  for (const [each, share] of Object.entries(probabilities)) {
    const bar = element("i");
    bar.style.width = `${100 * share}%`;
    shares.append(
      element("dt", {}, each),
      element(
        "dd",
        {},
        element("span", { className: "share", ariaHidden: "true" }, bar),
        element("span", { className: "percent" }, percent(share)),
      ),
    );
  }
  const facts = element("dl", { className: "facts" });
  const add = (name: string, value: string) =>
    facts.append(element("dt", {}, name), element("dd", {}, value));
  if (kind) add("kind", kind);
  if (mixed !== null) add("indeterminate", percent(mixed));
  facts.hidden = facts.childElementCount === 0;
  return [
    pictureView(image),
    element(
      "div",
      {},
      element("p", { className: "answer" }, label),
      element("p", { className: "doubt" }, certainty(prediction)),
      shares,
      facts,
      json(prediction),
    ),
  ];
}

/** @param over What is drawn over the picture. */
export function pictureView(image: HTMLImageElement, ...over: HTMLElement[]): HTMLElement {
  return element(
    "div",
    { className: "stage" },
    element("div", { className: "shown" }, image, ...over),
  );
}

/** @param image Has loaded. */
export function foundView(image: HTMLImageElement, found: Found[]): HTMLElement[] {
  const frames: HTMLElement[] = [];
  const list = element("ol", { className: "found" });
  for (const [index, each] of found.entries()) {
    const box = frame(each, index + 1, image);
    const row = element(
      "button",
      { type: "button" },
      element("span", { className: `number-tag ${each.label}` }, String(index + 1)),
      thumbnail(image, each),
      element(
        "span",
        { className: "what" },
        `${each.label} ${percent(each.score)}`,
        element("small", {}, [each.kind, each.reason].filter(Boolean).join(" · ")),
      ),
    );
    const choose = (chosen: boolean) => box.classList.toggle("chosen", chosen);
    row.addEventListener("focus", () => choose(true));
    row.addEventListener("blur", () => choose(false));
    row.addEventListener("mouseenter", () => choose(true));
    row.addEventListener("mouseleave", () => choose(row === document.activeElement));
    row.addEventListener("click", () => box.scrollIntoView({ block: "center" }));
    frames.push(box);
    list.append(element("li", {}, row));
  }
  return [
    pictureView(image, ...frames),
    element(
      "div",
      {},
      list,
      element(
        "p",
        { className: "note" },
        "Blue is checked, orange is unchecked; a broken frame is not certain.",
      ),
      json(found),
    ),
  ];
}

function frame({ box, label, certain }: Found, number: number, image: HTMLImageElement) {
  const tag = element("span", { className: "number-tag" }, String(number));
  const className = `box ${label} ${certain ? "" : "doubted"}`;
  const result = element("div", { className, ariaHidden: "true" }, tag);
  const [width, height] = [image.naturalWidth, image.naturalHeight];
  result.style.left = `${(100 * box[0]) / width}%`;
  result.style.top = `${(100 * box[1]) / height}%`;
  result.style.width = `${(100 * box[2]) / width}%`;
  result.style.height = `${(100 * box[3]) / height}%`;
  return result;
}

function thumbnail(image: HTMLImageElement, { box }: Found): HTMLCanvasElement {
  const [left, top, width, height] = box;
  const scale = Math.min(1, 144 / width, 64 / height);
  const canvas = element("canvas", { ariaHidden: "true" });
  canvas.width = Math.max(1, width * scale);
  canvas.height = Math.max(1, height * scale);
  const context = canvas.getContext("2d");
  context?.drawImage(image, left, top, width, height, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The same as `checkboxnet predict` and `checkboxnet scan` print. */
function json(value: unknown): HTMLElement {
  return element(
    "details",
    {},
    element("summary", {}, "JSON"),
    element("pre", { tabIndex: 0 }, JSON.stringify(value, null, 2)),
  );
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const result = Object.assign(document.createElement(name), properties);
  result.append(...children);
  return result;
}
