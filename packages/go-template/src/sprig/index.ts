import type { Functions } from "../functions.js";

/** Sprig's functions by name. */
export const sprigFunctions: Functions = new Map();
