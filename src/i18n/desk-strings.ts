/** Words of the desk around the conversations: presence, offers, the list of sessions, header, wrap-up. */
export interface DeskStrings {
  readonly deskLabel: string;
}

export const deskEn: DeskStrings = {
  deskLabel: 'WhatsApp sessions',
};
