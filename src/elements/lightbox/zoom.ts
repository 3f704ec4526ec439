/** How a picture is seen: how many times its fitted size, and how far its centre is moved from that of the stage (pixels). */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The room, and the picture as it fits into it. */
export interface Stage {
  readonly room: Size;
  readonly picture: Size;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 };

const LARGEST = 8;
const CENTRE: Point = { x: 0, y: 0 };

/** Larger or smaller by `factor`; what is under `at` (from the centre of the stage) stays under it. */
export function zoomedBy(zoom: Zoom, factor: number, stage: Stage, at: Point = CENTRE): Zoom {
  const scale = Math.min(LARGEST, Math.max(1, zoom.scale * factor));
  const grown = scale / zoom.scale;
  return held({ scale, x: at.x - (at.x - zoom.x) * grown, y: at.y - (at.y - zoom.y) * grown }, stage);
}

export function movedBy(zoom: Zoom, by: Point, stage: Stage): Zoom {
  return held({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, stage);
}

/** Never so far that the stage is empty where the picture could fill it. */
function held({ scale, x, y }: Zoom, { room, picture }: Stage): Zoom {
  return {
    scale,
    x: within(x, (picture.width * scale - room.width) / 2),
    y: within(y, (picture.height * scale - room.height) / 2),
  };
}

function within(value: number, most: number): number {
  const limit = Math.max(0, most);
  return Math.min(limit, Math.max(-limit, value));
}
