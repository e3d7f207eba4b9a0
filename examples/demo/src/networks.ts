/** The two networks, as functions of pictures. */
import wasm from "onnxruntime-web/ort-wasm-simd-threaded.wasm?url";
import type { Picture } from "./picture";
import { type ClassifierOutputs, type Prediction, prediction } from "./prediction";
import type { Settings } from "./settings";
import type { Answer, Start, Task } from "./worker";
// From a blob, so that the policy of index.html holds in it, too.
import NetworkWorker from "./worker?worker&inline";

/** What the detector's graph gives for one picture, best first. */
export interface Detections {
  scores: Float32Array;
  /** Left, top, right and bottom of each, in pixels. */
  corners: Float32Array;
}

export class Networks {
  private readonly waiting: {
    resolve: (outputs: Record<string, unknown>) => void;
    reject: (error: Error) => void;
  }[] = [];

  private constructor(
    readonly settings: Settings,
    private readonly worker: Worker,
  ) {
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      const first = this.waiting.shift();
      if ("outputs" in data) first?.resolve(data.outputs);
      else first?.reject(new Error(data.error));
    });
    worker.addEventListener("error", ({ message }) => {
      for (const each of this.waiting.splice(0)) each.reject(new Error(message));
    });
  }

  /** Loads them; all that is ever fetched is fetched here. */
  static async load(): Promise<Networks> {
    const [settings, runtime, classifier, detector] = await Promise.all([
      load("settings.json").then((response): Promise<Settings> => response.json()),
      ...[wasm, "classifier.onnx", "detector.onnx"].map((address) =>
        load(address).then((response) => response.arrayBuffer()),
      ),
    ] as const);
    const networks = new Networks(settings, new NetworkWorker());
    await networks.ask({ runtime, graphs: { classifier, detector } });
    return networks;
  }

  /** Returns what the picture of one control shows. */
  async classify(picture: Picture): Promise<Prediction> {
    const { rgb: data, height, width } = picture;
    const shape = [height, width, 3];
    const outputs = await this.ask({ graph: "classifier", input: "picture", data, shape });
    return prediction(outputs as unknown as ClassifierOutputs, picture, this.settings.model);
  }

  /** @param picture Its sides are multiples of `stride`, and no shorter than `smallest`. */
  async detect({ rgb: data, height, width }: Picture): Promise<Detections> {
    const shape = [1, height, width, 3];
    const outputs = await this.ask({ graph: "detector", input: "pictures", data, shape });
    return outputs as unknown as Detections;
  }

  private ask(message: Start | Task): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.worker.postMessage(message);
    });
  }
}

async function load(address: string): Promise<Response> {
  // Asks whether there is a newer one: the graphs and their settings must be of one build.
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return response;
}
