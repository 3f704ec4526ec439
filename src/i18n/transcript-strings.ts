/** Words of the transcript and of everything in it. */
export interface TranscriptStrings {
  readonly transcriptLabel: (contact: string) => string;
}

export const transcriptEn: TranscriptStrings = {
  transcriptLabel: (contact) => `Conversation with ${contact}`,
};
