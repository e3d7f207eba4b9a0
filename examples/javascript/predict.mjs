// Says of PNG files what the controls in them are: a line of JSON each.
//
//   npm ci
//   checkboxnet export -o checkboxnet.onnx
//   node predict.mjs checkboxnet.onnx ../images/checked/*.png
import { readFileSync } from "node:fs";
import * as ort from "onnxruntime-web";
import { PNG } from "pngjs";

const [model, ...paths] = process.argv.slice(2);
const session = await ort.InferenceSession.create(readFileSync(model));

for (const path of paths) {
  const { width, height, data } = PNG.sync.read(readFileSync(path)); // RGBA
  const picture = new ort.Tensor("uint8", data, [height, width, 4]);
  const { label, probabilities, certain } = await session.run({ picture });
  console.log(
    JSON.stringify({
      path,
      label: label.data[0],
      probabilities: [...probabilities.data],
      certain: Boolean(certain.data[0]),
    }),
  );
}
