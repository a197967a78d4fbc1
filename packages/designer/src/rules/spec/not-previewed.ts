import type { Finding, Rule } from "../rule.js";

export const notPreviewed: Rule = {
  code: "spec/not-previewed",
  severity: "warning",
  when: "more worker groups, or files on their nodes, than the preview shows",
  explanation: "Groups times files come to more than can be shown. Those in the preview are complete.",
  *check({ unseen }): Iterable<Finding> {
    if (unseen === null) return;
    const { first, count } = unseen;
    yield {
      message: `The preview leaves out worker groups from ${first.title} on (${count}).`,
      path: first.configPath.slice(0, -1),
    };
  },
};
