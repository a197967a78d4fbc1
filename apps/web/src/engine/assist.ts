export { completeAt, hoverAt } from "@lookinglass/designer";
