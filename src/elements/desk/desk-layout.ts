/** Widths of a desk, in px, from which its layout differs. */
export const DESK_WIDTHS = [600, 768, 900, 1088];

/** How the parts of a desk stand beside each other. */
export interface DeskLayout {
  /** List or session, one at a time. */
  readonly oneColumn: boolean;
  /** The list is a rail of pictures: there is little room even without the panel. */
  readonly rail: boolean;
  /** List and panel are narrower than usual, so that the conversation between them gets enough. */
  readonly snug: boolean;
  /** The panel lies over the conversation instead of beside it. */
  readonly drawer: boolean;
}

/** The layout at a step of `DESK_WIDTHS`; `panelShown`: there is a session, and its panel is wanted. */
export function deskLayout(step: number, panelShown: boolean): DeskLayout {
  return {
    oneColumn: step === 0,
    rail: step === 1,
    snug: step === 3 && panelShown,
    drawer: step < 3,
  };
}
