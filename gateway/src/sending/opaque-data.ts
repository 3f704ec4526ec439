/** What goes with a message and comes back in its statuses (`biz_opaque_callback_data`), by which an unknown outcome is resolved. */
export function toOpaque(messageId: string, attempt: number): string {
  return `v1:${messageId}:${attempt}`;
}

/** The message that a status is about, when it was this gateway that sent it. */
export function messageIdOf(opaque: string | undefined): string | undefined {
  return /^v1:(.+):\d+$/.exec(opaque ?? '')?.[1];
}
