export { lineOrigins } from "@lookinglass/designer";
