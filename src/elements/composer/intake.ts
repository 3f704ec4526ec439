import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { richTextIn, type RichText } from './rich-text.js';

/** Who gets what was dropped or pasted. */
export interface IntakeTakers {
  files(files: readonly File[]): void;
  rich(text: RichText): void;
}

/** Takes files and formatted text that are dropped on an element or pasted into it; plain text goes its usual way. */
export class Intake implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #takers: IntakeTakers;
  /** How many of the elements inside the dragged files are over: enter and leave come in pairs. */
  #depth = 0;
  /** Shift is held: what is pasted with it is wanted without its formatting. */
  #wantsPlain = false;

  constructor(host: ReactiveControllerHost, takers: IntakeTakers) {
    this.#host = host;
    this.#takers = takers;
    host.addController(this);
  }

  /** Files are held over the element. */
  get isOver(): boolean {
    return this.#depth > 0;
  }

  hostDisconnected(): void {
    this.#depth = 0;
  }

  /** Browsers do not tell a paste by Ctrl+Shift+V from another one; the keys do. */
  readonly onKey = ({ shiftKey }: KeyboardEvent): void => {
    this.#wantsPlain = shiftKey;
  };

  readonly onPaste = (event: ClipboardEvent): void => {
    const data = event.clipboardData;
    const files = [...(data?.files ?? [])];
    // A copied table or picture of a document comes as text and as a picture: there the text is meant.
    if (files.length > 0 && !data?.types.includes('text/plain')) {
      event.preventDefault();
      this.#takers.files(files);
    } else if (!this.#wantsPlain) this.#takeRich(event, data);
  };

  readonly onDragenter = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.#enter(1);
  };

  readonly onDragover = (event: DragEvent): void => {
    if (hasFiles(event)) event.preventDefault();
  };

  readonly onDragleave = (event: DragEvent): void => {
    if (hasFiles(event)) this.#enter(-1);
  };

  readonly onDrop = (event: DragEvent): void => {
    if (!hasFiles(event)) {
      this.#takeRich(event, event.dataTransfer);
      return;
    }
    event.preventDefault();
    this.#enter(-this.#depth);
    this.#takers.files([...(event.dataTransfer?.files ?? [])]);
  };

  #takeRich(event: Event, data: DataTransfer | null): void {
    const rich = richTextIn(data);
    if (!rich) return;
    event.preventDefault();
    this.#takers.rich(rich);
  }

  #enter(step: number): void {
    this.#depth = Math.max(0, this.#depth + step);
    this.#host.requestUpdate();
  }
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
