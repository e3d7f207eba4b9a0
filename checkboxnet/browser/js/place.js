// Where the element is that an assertion is given, asked in the window that holds it.

// The part of an element that is in view, as far as the windows around it can be looked into.
const partInView = (element) => {
  const frames = framesOf(element);
  const { innerWidth, innerHeight } = viewOf(frames[0] || element);
  let part = intersection(rectOf(element), { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  for (const frame of frames) part = part && intersection(part, rectOf(frame));
  return part;
};
// What doesn't fit the window is scrolled to as little as need be: a part of it may be asked for.
const bringIntoView = (element) => {
  const box = dom(element).getBoundingClientRect();
  const block = height(box) < window.innerHeight ? "center" : "nearest";
  const inline = width(box) < window.innerWidth ? "center" : "nearest";
  dom(element).scrollIntoView({ block, inline, behavior: "instant" });
};
// Whether anybody sees it. A native input that is transparent itself lies over what is drawn in
// its place, as in many kits.
const isSeen = (element) => {
  const isOverlay = dom(element).tagName === "INPUT" && number(style(element).opacity) < LEAST_OPACITY;
  if (isInvisible(isOverlay ? parent(element) : element)) return false;
  const part = partInView(element);
  // A part of a drawing is hit where it is filled only.
  return part !== null && isReached(dom(element).ownerSVGElement || element, part);
};
// The position of each window among the frames of the next outer one, from the top to this one; -1
// if it is in a shadow root there.
const pathOfWindow = () => {
  const path = [];
  for (let view = window; view !== view.parent; view = view.parent) {
    path.unshift([...Array(view.parent.length).keys()].findIndex((index) => view.parent[index] === view));
  }
  return path;
};
// Where it is in the outermost window that can be looked into from this one, once scrolled to; its
// own size; the width of that window; how many of the frames on the way here can't be looked into;
// and that way. Nothing if nobody sees it, in a turned frame, or once it has left the document.
const placeOf = (element) => {
  if (!dom(element).isConnected) return [];
  const path = pathOfWindow();
  const frames = framesOf(element);
  const foreign = path.length - frames.length;
  const whole = rectOf(element), part = partInView(element);
  if (foreign || !part || width(part) < width(whole) - 1 || height(part) < height(whole) - 1) bringIntoView(element);
  if (isInTurnedFrame(element) || !isSeen(element)) return [];
  const own = dom(element).getBoundingClientRect();
  return [...flat(rectOf(element)), width(own), height(own), viewOf(frames[0] || element).innerWidth, foreign, ...path];
};
// Where the content of a frame begins, and at what scale it is drawn. Nothing if nobody sees it, or
// it is turned.
const placeOfContent = (frame) => {
  const content = isInvisible(frame) ? null : contentOf(frame);
  return content ? [content.left, content.top, content.scaleX, content.scaleY] : [];
};
const frameAt = (index) => {
  const frames = [...roots()].flatMap((root) => [...dom(root).querySelectorAll("iframe,frame")]);
  return frames.find((frame) => frame.contentWindow === window[index]);
};
