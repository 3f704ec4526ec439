import { parcelPicture, receiptPicture, ridgePicture } from './pictures.js';

/** A picture that can be sent without having one at hand. */
export interface SamplePicture {
  readonly label: string;
  readonly fileName: string;
  /** Draws it anew. */
  draw(): HTMLCanvasElement;
}

/** A place that can be shared. */
export interface SamplePlace {
  readonly label: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string;
  readonly address?: string;
}

/** A file that the page serves. */
export interface SampleFile {
  readonly label: string;
  readonly fileName: string;
  readonly path: string;
}

export const PICTURES: readonly SamplePicture[] = [
  { label: 'A view from the trail', fileName: 'trail.jpg', draw: ridgePicture },
  { label: 'A dented parcel', fileName: 'parcel.jpg', draw: parcelPicture },
  { label: 'A receipt', fileName: 'receipt.jpg', draw: receiptPicture },
];

export const PLACES: readonly SamplePlace[] = [
  {
    label: 'Fernweh Outdoor, Hamburg',
    latitude: 53.5438,
    longitude: 9.9886,
    name: 'Fernweh Outdoor',
    address: 'Hafenstraße 12, 20459 Hamburg',
  },
  {
    label: 'A trailhead in Snowdonia',
    latitude: 53.0803,
    longitude: -4.0202,
    name: 'Pen-y-Pass',
    address: 'Nant Gwynant, Caernarfon LL55 4NY',
  },
  { label: 'A pin without a name', latitude: 46.5763, longitude: 7.9904 },
];

export const DOCUMENT: SampleFile = {
  label: 'An order confirmation (PDF)',
  fileName: 'Order FW-20417.pdf',
  path: '/samples/order.pdf',
};

export const VOICE_NOTE: SampleFile = {
  label: 'A hummed tune (voice message)',
  fileName: 'voice-note.ogg',
  path: '/samples/voice-note.ogg',
};

/** A contact card in the Cloud API's terms. */
export const CONTACT_CARD = {
  name: { formatted_name: 'Jonas Brandt', first_name: 'Jonas', last_name: 'Brandt' },
  org: { company: 'Brandt Bike Repairs' },
  phones: [{ phone: '+49 30 5550 1288', type: 'WORK' }],
  emails: [{ email: 'jonas@brandt-bikes.example', type: 'WORK' }],
} as const;

/** The picture as a JPEG file. */
export function pictureFile(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob) resolve(blob);
        else reject(new Error('This browser cannot make a JPEG of the picture.'));
      },
      'image/jpeg',
      0.86,
    );
  });
}
