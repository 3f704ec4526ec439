/** Words of the composer and of the editors. */
export interface ComposerStrings {
  readonly placeholder: (contact: string) => string;
}

export const composerEn: ComposerStrings = {
  placeholder: (contact) => `Reply to ${contact}…`,
};
