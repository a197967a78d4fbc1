import { templateActions } from "../assist/template-actions.js";

/** Stands for each unit of an action where the text around it is read as TOML. */
export const ACTION_FILL = "\uE000";

/** A text, and the same text with its actions filled in, unit by unit; line breaks stay. */
export interface MaskedText {
  readonly text: string;
  readonly masked: string;
}

/** One action with its braces, at offsets of the text. */
export interface MaskedAction {
  readonly start: number;
  readonly end: number;
  readonly isComment: boolean;
  /** What it begins with: `range`, `end`, `$ip`, `.config`; "" for a comment. */
  readonly word: string;
}

/** The closed actions of a template. One that is still being typed is text like any other. */
export function closedActions(text: string): readonly MaskedAction[] {
  return templateActions(text).flatMap(({ start, end, isComment }) => {
    const close = isComment ? text.slice(end).search(/^(?:\s-)?\}\}/) : text.indexOf("}}", end) - end;
    if (close !== 0) return [];
    const braces = text.indexOf("}}", end) + 2;
    const word = isComment ? "" : (/^-?\s*(\S+)/.exec(text.slice(start, end))?.[1] ?? "");
    return [{ start: start - 2, end: braces, isComment, word }];
  });
}

/** Fills in the actions of a text, so that TOML can be read around them. */
export function maskActions(text: string, actions = closedActions(text)): MaskedText {
  let masked = "";
  let at = 0;
  for (const { start, end } of actions) {
    masked += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ACTION_FILL);
    at = end;
  }
  return { text, masked: masked + text.slice(at) };
}
