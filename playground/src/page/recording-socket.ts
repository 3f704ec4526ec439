/** A frame that went through a socket. */
export interface Frame {
  readonly direction: 'sent' | 'received';
  readonly text: string;
}

/** The browser's WebSocket, except that `hear` is told every text frame. */
export function recordingSocket(hear: (frame: Frame) => void): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => {
        if (typeof data === 'string') hear({ direction: 'received', text: data });
      });
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data);
      if (typeof data === 'string') hear({ direction: 'sent', text: data });
    }
  };
}
