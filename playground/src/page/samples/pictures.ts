const WIDTH = 960;
const HEIGHT = 720;

type Paint = (pen: CanvasRenderingContext2D) => void;
type Point = readonly [x: number, y: number];

/** Hills behind hills at sunrise, a tent on the nearest. */
export function ridgePicture(): HTMLCanvasElement {
  return picture((pen) => {
    ground(pen, ['#1f2a5a', '#8a4f7d', '#f2a65a', '#ffd9a0']);
    disc(pen, { x: 640, y: 330, radius: 54, colour: '#fff1cf' });
    ['#7c5a86', '#54477a', '#353565', '#1c2142'].forEach((colour, row) => {
      ridge(pen, { colour, top: 380 + row * 78, height: 120 - row * 14, shift: row * 1.7 });
    });
    shape(pen, '#f6c667', [
      [226, 640],
      [318, 512],
      [410, 640],
    ]);
    shape(pen, '#2a2340', [
      [292, 640],
      [318, 560],
      [344, 640],
    ]);
  });
}

/** Colour and corners: the shadow, two sides, the lid, the tape, the dent. */
const BOX: readonly (readonly [colour: string, corners: readonly Point[]])[] = [
  [
    '#9fa9b8',
    [
      [150, 620],
      [520, 690],
      [860, 600],
      [480, 560],
    ],
  ],
  [
    '#d9a766',
    [
      [180, 260],
      [500, 330],
      [500, 650],
      [180, 560],
    ],
  ],
  [
    '#bf8b4c',
    [
      [500, 330],
      [820, 240],
      [770, 330],
      [820, 420],
      [820, 550],
      [500, 650],
    ],
  ],
  [
    '#ecc68d',
    [
      [180, 260],
      [480, 190],
      [820, 240],
      [500, 330],
    ],
  ],
  [
    '#f4ead8',
    [
      [320, 226],
      [372, 214],
      [690, 276],
      [640, 292],
    ],
  ],
  [
    '#a3733a',
    [
      [770, 330],
      [820, 240],
      [796, 340],
      [820, 420],
    ],
  ],
];

/** A box with one corner pushed in. */
export function parcelPicture(): HTMLCanvasElement {
  return picture((pen) => {
    ground(pen, ['#dfe5ee', '#c3ccd9']);
    for (const [colour, corners] of BOX) shape(pen, colour, corners);
    label(pen, { text: 'FW-20417', x: 236, y: 440, size: 40, colour: '#6b4a1f' });
  });
}

const RECEIPT = ['Rain jacket         129.00', 'Head lamp            34.90', '', 'Total        EUR    163.90'];

/** A till receipt. */
export function receiptPicture(): HTMLCanvasElement {
  return picture((pen) => {
    ground(pen, ['#3d4454', '#2b303d']);
    pen.fillStyle = '#fbfaf5';
    pen.fillRect(250, 60, 460, 600);
    label(pen, { text: 'FERNWEH OUTDOOR', x: 318, y: 130, size: 32, colour: '#22252e' });
    RECEIPT.forEach((text, row) => {
      label(pen, { text, x: 286, y: 230 + row * 52, size: 24, colour: '#22252e' });
    });
    for (let bar = 0; bar < 46; bar += 1) pen.fillRect(300 + bar * 8, 500, 2 + ((bar * 7) % 5), 90);
  });
}

function picture(paint: Paint): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (pen) paint(pen);
  return canvas;
}

function ground(pen: CanvasRenderingContext2D, colours: readonly string[]): void {
  const slope = pen.createLinearGradient(0, 0, 0, HEIGHT);
  colours.forEach((colour, index) => {
    slope.addColorStop(index / (colours.length - 1), colour);
  });
  pen.fillStyle = slope;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
}

function disc(
  pen: CanvasRenderingContext2D,
  {
    x,
    y,
    radius,
    colour,
  }: { readonly x: number; readonly y: number; readonly radius: number; readonly colour: string },
): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

function ridge(
  pen: CanvasRenderingContext2D,
  {
    colour,
    top,
    height,
    shift,
  }: { readonly colour: string; readonly top: number; readonly height: number; readonly shift: number },
): void {
  const points: Point[] = [];
  for (let x = 0; x <= WIDTH; x += 12) {
    const wave = Math.sin(x / 150 + shift) + Math.sin(x / 61 + shift * 2.3) / 2 + Math.sin(x / 23 + shift) / 6;
    points.push([x, top - (wave * height) / 2]);
  }
  shape(pen, colour, [[0, HEIGHT], ...points, [WIDTH, HEIGHT]]);
}

function shape(pen: CanvasRenderingContext2D, colour: string, points: readonly Point[]): void {
  pen.fillStyle = colour;
  pen.beginPath();
  for (const [x, y] of points) pen.lineTo(x, y);
  pen.closePath();
  pen.fill();
}

function label(
  pen: CanvasRenderingContext2D,
  {
    text,
    x,
    y,
    size,
    colour,
  }: { readonly text: string; readonly x: number; readonly y: number; readonly size: number; readonly colour: string },
): void {
  pen.fillStyle = colour;
  pen.font = `600 ${size}px ui-monospace, Menlo, Consolas, monospace`;
  pen.fillText(text, x, y);
}
