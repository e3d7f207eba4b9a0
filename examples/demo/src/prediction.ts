/** The prediction for one picture, as `Prediction` in Python, and why it is doubted. */
import { isPlain, type Picture } from "./picture";
import type { Settings } from "./settings";

/** The fields of `Prediction.to_dict()`. */
export interface Prediction {
  label: string;
  score: number;
  probabilities: Record<string, number>;
  certain: boolean;
  reason: Reason | null;
  kind: string | null;
  mixed: number | null;
}

export type Reason =
  | "low-confidence"
  | "ambiguous"
  | "too-small"
  | "blank"
  | "unlike-training"
  | "indeterminate";

/** What the classifier's graph gives. */
export interface ClassifierOutputs {
  label: [string];
  probabilities: Float32Array;
  certain: Uint8Array;
  logits: Float32Array;
  /** Of weights that tell kinds; empty for `other`. */
  kind?: [string];
  /** Of weights that tell indeterminate controls. */
  mixed?: Float32Array;
}

/** As checkboxnet/weights/certainty.py has it. */
const RUNNER_UP = 0.2;

export function prediction(
  outputs: ClassifierOutputs,
  picture: Picture,
  model: Settings["model"],
): Prediction {
  const [label] = outputs.label;
  const certain = outputs.certain[0] !== 0;
  const mixed = outputs.mixed ? outputs.mixed[0] : null;
  return {
    label,
    score: Math.max(...outputs.probabilities),
    probabilities: Object.fromEntries(
      model.labels.map((each, index) => [each, outputs.probabilities[index]]),
    ),
    certain,
    reason: certain ? null : doubt(outputs, picture, model),
    kind: outputs.kind?.[0] || null,
    mixed,
  };
}

/** Returns why the graph isn't certain, which it doesn't tell itself. */
function doubt(
  outputs: ClassifierOutputs,
  picture: Picture,
  { certainty, mixed_from, plain }: Settings["model"],
): Reason {
  if (Math.min(picture.width, picture.height) < certainty.smallest_side) return "too-small";
  if (isPlain(picture, plain)) return "blank";
  const { logits, probabilities } = outputs;
  const highest = Math.max(...logits);
  const energy =
    highest + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - highest), 0));
  if (certainty.lowest_energy !== null && energy < certainty.lowest_energy) {
    return "unlike-training";
  }
  if (outputs.mixed && outputs.mixed[0] >= mixed_from && outputs.label[0] !== "other") {
    return "indeterminate";
  }
  const [runnerUp, score] = [...probabilities].sort((a, b) => a - b).slice(-2);
  if (score < (certainty.thresholds[outputs.label[0]] ?? 0)) {
    return runnerUp >= RUNNER_UP ? "ambiguous" : "low-confidence";
  }
  // Nothing else is left: what differs in the picture was averaged away on the network's canvas.
  return "blank";
}
