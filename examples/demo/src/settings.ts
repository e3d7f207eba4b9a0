/** What graphs.py writes of the two graphs into settings.json. */
export interface Settings {
  /** Of checkboxnet. */
  version: string;
  model: {
    name: string;
    /** In the order of the probabilities. */
    labels: string[];
    certainty: {
      thresholds: Record<string, number>;
      smallest_side: number;
      lowest_energy: number | null;
    };
    mixed_from: number;
    plain: number;
  };
  detector: {
    name: string;
    threshold: number;
    /** Largest height and width, in pixels. */
    tile: [number, number];
    overlap: number;
    stride: number;
    smallest: number;
  };
  /** Pixels around a box that the classifier sees, too. */
  padding: number;
  max_pixels: number;
}
