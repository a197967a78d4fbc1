/** A module of its own, so that it can load late. */
export { readToml } from "@lookinglass/spegel";
