import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Takes files that are dropped on an element or pasted into it; text goes its usual way. */
export class FileDrop implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onFiles: (files: readonly File[]) => void;
  /** How many of the elements inside the dragged files are over: enter and leave come in pairs. */
  #depth = 0;

  constructor(host: ReactiveControllerHost, onFiles: (files: readonly File[]) => void) {
    this.#host = host;
    this.#onFiles = onFiles;
    host.addController(this);
  }

  /** Files are held over the element. */
  get isOver(): boolean {
    return this.#depth > 0;
  }

  hostDisconnected(): void {
    this.#depth = 0;
  }

  readonly onPaste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    // A copied table or picture of a document comes as text and as a picture: there the text is meant.
    if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return;
    event.preventDefault();
    this.#onFiles(files);
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
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.#enter(-this.#depth);
    this.#onFiles([...(event.dataTransfer?.files ?? [])]);
  };

  #enter(step: number): void {
    this.#depth = Math.max(0, this.#depth + step);
    this.#host.requestUpdate();
  }
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
