/** Runs the two graphs on ONNX Runtime, beside the page, so that it stays usable meanwhile. */
import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";

export type Graph = "classifier" | "detector";

/** Arrives first, once. */
export interface Start {
  runtime: ArrayBuffer;
  graphs: Record<Graph, ArrayBuffer>;
}

export interface Task {
  graph: Graph;
  /** Name of the input. */
  input: string;
  data: Uint8Array;
  shape: number[];
}

/** One for each message, in their order. */
export type Answer = { outputs: Record<string, unknown> } | { error: string };

const sessions = {} as Record<Graph, InferenceSession>;

async function start({ runtime, graphs }: Start): Promise<Answer> {
  env.wasm.wasmBinary = runtime;
  env.wasm.numThreads = 1; // more need headers that static hosts rarely send
  sessions.classifier = await InferenceSession.create(new Uint8Array(graphs.classifier));
  sessions.detector = await InferenceSession.create(new Uint8Array(graphs.detector));
  return { outputs: {} };
}

async function run({ graph, input, data, shape }: Task): Promise<Answer> {
  const results = await sessions[graph].run({ [input]: new Tensor("uint8", data, shape) });
  const outputs = Object.entries(results).map(([name, { data }]) => [name, data]);
  return { outputs: Object.fromEntries(outputs) };
}

let last: Promise<void> = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<Start | Task>) => {
  // One after the other: a session takes no second run while one is under way.
  last = last
    .then(() => ("graphs" in data ? start(data) : run(data)))
    .catch((error: unknown): Answer => {
      return { error: error instanceof Error ? error.message : String(error) };
    })
    .then((answer) => postMessage(answer));
});
