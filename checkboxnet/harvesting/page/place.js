// What assertions ask of the element that they are given, in the window that holds it.

// Whether anybody sees it. A native input that is transparent itself lies over what is drawn in
// its place, as in many kits.
const isSeen = (element) => {
  const isOverlay = dom(element).tagName === "INPUT" && number(style(element).opacity) < LEAST_OPACITY;
  if (isInvisible(isOverlay ? parent(element) : element)) return false;
  const frames = framesOf(element);
  const { innerWidth, innerHeight } = viewOf(frames[0] || element);
  let inView = intersection(rectOf(element), { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  for (const frame of frames) inView = inView && intersection(inView, rectOf(frame));
  // A part of a drawing is hit where it is filled only.
  return inView !== null && isReached(dom(element).ownerSVGElement || element, inView);
};
const sizeOf = (element) => {
  const box = dom(element).getBoundingClientRect();
  return [width(box), height(box)];
};
// The position of each window among the frames of the next outer one, from the top to this one.
const pathOfWindow = () => {
  const path = [];
  for (let view = window; view !== view.parent; view = view.parent) {
    path.unshift([...Array(view.parent.length).keys()].find((index) => view.parent[index] === view));
  }
  return path;
};
// Where it is in the outermost window that can be looked into from this one, and how many of the
// windows on the way here can't. Null if nobody sees it, or in a turned frame.
const placeOf = (element) => {
  if (isInTurnedFrame(element) || !isSeen(element)) return null;
  const frames = framesOf(element);
  const path = pathOfWindow();
  return { box: flat(rectOf(element)), size: sizeOf(element), path, foreign: path.length - frames.length, width: viewOf(frames[0] || element).innerWidth };
};
// Where the content of one of this window's frames begins, and at what scale it is drawn; null if
// nobody sees it, or it is turned.
const placeOfContent = (index) => {
  const frames = [...roots()].flatMap((root) => [...dom(root).querySelectorAll("iframe,frame")]);
  const frame = frames.find((each) => each.contentWindow === window[index]);
  return frame && !isInvisible(frame) ? contentOf(frame) : null;
};
