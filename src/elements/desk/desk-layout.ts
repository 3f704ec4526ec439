/** Widths of a desk, in px, from which its layout differs. */
export const DESK_WIDTHS = [600, 768, 900, 1088];

/** How the parts of a desk stand beside each other. */
export interface DeskLayout {
  /** List or session, one at a time. */
  readonly oneColumn: boolean;
  /** The list is a rail of pictures: whenever the conversation would get less than 480 px. */
  readonly rail: boolean;
  /** The panel lies over the conversation instead of beside it. */
  readonly drawer: boolean;
}

/** The layout at a step of `DESK_WIDTHS`; `panelShown`: there is a session, and its panel is wanted. */
export function deskLayout(step: number, panelShown: boolean): DeskLayout {
  return {
    oneColumn: step === 0,
    rail: step === 1 || (step === 3 && panelShown),
    drawer: step < 3,
  };
}
