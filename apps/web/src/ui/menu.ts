/** The look of menus and their items. */
export const MENU = "z-50 min-w-44 rounded-md border border-line bg-surface p-1 shadow-pop";

export const MENU_ITEM =
  "flex h-8 cursor-default items-center gap-2.5 rounded-sm px-2 text-sm outline-none select-none data-[disabled]:opacity-45 data-[highlighted]:bg-hover";
