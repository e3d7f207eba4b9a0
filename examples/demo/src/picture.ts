/** Pictures: from a file to RGB without transparency, and parts of them. */

export interface Picture {
  width: number;
  height: number;
  /** Rows from the top, three bytes a pixel. */
  rgb: Uint8Array;
}

/** A picture can't be read; the message says why, and what to do. */
export class PictureError extends Error {}

/** Rows that are read from a canvas at once: whole pictures are larger than some browsers' canvases. */
const ROWS = 256;

/**
 * Returns the picture in an <img> that has loaded, as checkboxnet.picture.read.open_image does:
 * upright, transparency laid on white, or on black if nothing could be seen on white.
 *
 * @param file What the <img> shows.
 * @param plain Difference from the background up to which nothing can be seen.
 */
export async function readPicture(file: Blob, plain: number): Promise<Picture> {
  // Pixels as the file has them: Python doesn't convert colours either.
  const bitmap = await createImageBitmap(file, { colorSpaceConversion: "none" });
  try {
    const onWhite = laidOn(bitmap, 255, plain);
    if (onWhite.isSeen || onWhite.isOpaque) return onWhite.picture;
    const onBlack = laidOn(bitmap, 0, plain);
    return onBlack.isSeen ? onBlack.picture : onWhite.picture;
  } finally {
    bitmap.close();
  }
}

function laidOn(bitmap: ImageBitmap, ground: number, plain: number) {
  const { width, height } = bitmap;
  const rgb = new Uint8Array(width * height * 3);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = Math.min(ROWS, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new PictureError("This browser gives no canvas to read the picture with.");
  let isSeen = false;
  let isOpaque = true;
  let at = 0;
  for (let top = 0; top < height; top += ROWS) {
    const rows = Math.min(ROWS, height - top);
    context.clearRect(0, 0, width, ROWS);
    context.drawImage(bitmap, 0, -top);
    const { data } = context.getImageData(0, 0, width, rows);
    for (let from = 0; from < data.length; from += 4) {
      const alpha = data[from + 3];
      if (alpha !== 255) isOpaque = false;
      for (let channel = 0; channel < 3; channel++) {
        const colour = (data[from + channel] * alpha + ground * (255 - alpha)) / 255;
        const value = Math.floor(colour + 0.5);
        if (Math.abs(value - ground) > plain) isSeen = true;
        rgb[at++] = value;
      }
    }
  }
  return { picture: { width, height, rgb }, isSeen, isOpaque };
}

/**
 * Returns a part of a picture.
 *
 * @param right First column that isn't in it; as far as the picture goes.
 * @param bottom First row that isn't in it; as far as the picture goes.
 */
export function part(
  picture: Picture,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Picture {
  const width = Math.min(right, picture.width) - left;
  const height = Math.min(bottom, picture.height) - top;
  const rgb = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    const start = ((top + row) * picture.width + left) * 3;
    rgb.set(picture.rgb.subarray(start, start + width * 3), row * width * 3);
  }
  return { width, height, rgb };
}

/** Returns a picture with its last column and row repeated up to a size that isn't smaller. */
export function extended(picture: Picture, width: number, height: number): Picture {
  if (width === picture.width && height === picture.height) return picture;
  const rgb = new Uint8Array(width * height * 3);
  const row = new Uint8Array(width * 3);
  for (let down = 0; down < height; down++) {
    if (down < picture.height) {
      const start = down * picture.width * 3;
      const end = start + picture.width * 3;
      row.set(picture.rgb.subarray(start, end));
      for (let across = picture.width; across < width; across++) {
        row.set(picture.rgb.subarray(end - 3, end), across * 3);
      }
    }
    rgb.set(row, down * width * 3);
  }
  return { width, height, rgb };
}

/** Returns whether no channel's values differ by more than `plain`. */
export function isPlain({ rgb }: Picture, plain: number): boolean {
  for (let channel = 0; channel < 3; channel++) {
    let lowest = 255;
    let highest = 0;
    for (let at = channel; at < rgb.length; at += 3) {
      lowest = Math.min(lowest, rgb[at]);
      highest = Math.max(highest, rgb[at]);
    }
    if (highest - lowest > plain) return false;
  }
  return true;
}
