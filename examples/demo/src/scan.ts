/** The controls on a screenshot with their states, as `Model.scan` in Python finds them. */
import type { Networks } from "./networks";
import { extended, part, type Picture } from "./picture";
import type { Prediction } from "./prediction";
import { round } from "./round";
import { owns, spans } from "./tiles";

/** Left, top, width and height in pixels of the screenshot. */
export type Box = [number, number, number, number];

/** The fields of `Found.to_dict()`. */
export interface Found extends Prediction {
  box: Box;
  detection_score: number;
}

/** Left, top, right and bottom. */
type Corners = [number, number, number, number];

interface Candidate {
  corners: Corners;
  score: number;
}

/** Intersection over union from which on two boxes are of one control, as in detector.py. */
const SAME = 0.5;

/**
 * @param tell Called with the share of the work that is done, from 0 to 1.
 * @param signal Stops it.
 */
export async function scan(
  picture: Picture,
  networks: Networks,
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<Found[]> {
  const detections = await find(picture, networks, (share) => tell(0.8 * share), signal);
  const found: Found[] = [];
  for (const [index, { corners, score }] of detections.entries()) {
    signal.throwIfAborted();
    const [left, top, right, bottom] = corners;
    const box: Box = [left, top, right - left, bottom - top];
    const prediction = await networks.classify(crop(picture, box, networks.settings.padding));
    if (prediction.label !== "other") found.push({ box, detection_score: score, ...prediction });
    tell(0.8 + (0.2 * (index + 1)) / detections.length);
  }
  return inReadingOrder(found);
}

/** Returns the boxes that the detector finds, best first. */
async function find(
  picture: Picture,
  networks: Networks,
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<Candidate[]> {
  const { tile, overlap, threshold, stride, smallest } = networks.settings.detector;
  const { width, height } = picture;
  const lowest = Math.fround(threshold);
  const candidates: Candidate[] = [];
  const tiles = spans(height, tile[0], overlap).flatMap((down) =>
    spans(width, tile[1], overlap).map((across) => ({ down, across })),
  );
  for (const [number, { down, across }] of tiles.entries()) {
    signal.throwIfAborted();
    const seen = part(picture, across.start, down.start, across.end, down.end);
    const side = (length: number) => Math.max(smallest, Math.ceil(length / stride) * stride);
    const { scores, corners } = await networks.detect(
      extended(seen, side(seen.width), side(seen.height)),
    );
    for (const [index, score] of scores.entries()) {
      // In single precision, as numpy calculates, so that the same tile owns a finding.
      const [left, top, right, bottom] = [0, 1, 2, 3].map((place) =>
        Math.fround(corners[4 * index + place] + (place % 2 ? down.start : across.start)),
      );
      const centre = (from: number, to: number) => Math.fround(from + to) / 2;
      if (score >= lowest && owns(across, centre(left, right)) && owns(down, centre(top, bottom))) {
        const clipped: Corners = [
          Math.min(Math.max(left, 0), width),
          Math.min(Math.max(top, 0), height),
          Math.min(Math.max(right, 0), width),
          Math.min(Math.max(bottom, 0), height),
        ];
        candidates.push({ corners: clipped, score });
      }
    }
    tell((number + 1) / tiles.length);
  }
  return distinct(candidates);
}

/** Returns those of at least a pixel that no better one covers, best first. */
function distinct(candidates: Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const each of candidates.sort((a, b) => b.score - a.score)) {
    const [left, top, right, bottom] = each.corners;
    if (Math.min(right - left, bottom - top) < 1) continue;
    if (!kept.some(({ corners }) => overlap(each.corners, corners) >= SAME)) kept.push(each);
  }
  return kept;
}

/** Returns the intersection over union. */
function overlap(one: Corners, other: Corners): number {
  const width = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const height = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  const shared = Math.max(width, 0) * Math.max(height, 0);
  const area = ([left, top, right, bottom]: Corners) => (right - left) * (bottom - top);
  return shared / Math.max(area(one) + area(other) - shared, 1e-9);
}

/** Returns the pixels in a box and around it, as checkboxnet/picture/boxes.py cuts them. */
function crop(picture: Picture, box: Box, padding: number): Picture {
  const [left, top] = [box[0] - padding, box[1] - padding];
  const [width, height] = [box[2] + 2 * padding, box[3] + 2 * padding];
  return part(
    picture,
    Math.max(round(left), 0),
    Math.max(round(top), 0),
    round(left + width),
    round(top + height),
  );
}

/** Returns them line by line from the top, each line from the left, as found.py does. */
function inReadingOrder(found: Found[]): Found[] {
  const middle = ({ box }: Found) => box[1] + box[3] / 2;
  const lines: Found[][] = [];
  for (const each of found.sort((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1);
    if (line && middle(each) < line[0].box[1] + line[0].box[3]) line.push(each);
    else lines.push([each]);
  }
  return lines.flatMap((line) => line.sort((a, b) => a.box[0] - b.box[0]));
}
