/**
 * Names after \p, as Go since 1.25 reads them: categories by short or long name, and scripts; upper and lower
 * case, blanks, hyphens and underscores make no difference.
 */

const categories =
  "Any Assigned ASCII LC=Cased_Letter C=Other Cc=Control=cntrl Cf=Format Cn=Unassigned Co=Private_Use Cs=Surrogate " +
  "L=Letter Ll=Lowercase_Letter Lm=Modifier_Letter Lo=Other_Letter Lt=Titlecase_Letter Lu=Uppercase_Letter " +
  "M=Mark=Combining_Mark Mc=Spacing_Mark Me=Enclosing_Mark Mn=Nonspacing_Mark " +
  "N=Number Nd=Decimal_Number=digit Nl=Letter_Number No=Other_Number " +
  "P=Punctuation=punct Pc=Connector_Punctuation Pd=Dash_Punctuation Pe=Close_Punctuation Pf=Final_Punctuation " +
  "Pi=Initial_Punctuation Po=Other_Punctuation Ps=Open_Punctuation " +
  "S=Symbol Sc=Currency_Symbol Sk=Modifier_Symbol Sm=Math_Symbol So=Other_Symbol " +
  "Z=Separator Zl=Line_Separator Zp=Paragraph_Separator Zs=Space_Separator";

const categoryOf = new Map(
  categories.split(" ").flatMap((names) => {
    const [short = "", ...long] = names.split("=");
    return [short, ...long].map((name) => [loose(name), short] as const);
  }),
);

/** The property that a JavaScript expression calls so; null for what is neither a category nor a script. */
export function unicodeProperty(name: string): string | null {
  const category = categoryOf.get(loose(name));
  if (category !== undefined) return category;
  const titled = name
    .split(/[ _-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join("_");
  const script = [name, titled].find(isScript);
  return script === undefined ? null : `Script=${script}`;
}

function loose(name: string): string {
  return name.replace(/[ _-]/g, "").toLowerCase();
}

/** Scripts whose long name has four letters; any other name of four letters is a short one, which Go does not take. */
const fourLetterScripts = ["Cham", "Kawi", "Lisu", "Newa", "Thai", "Toto"];

/** The JavaScript engine has the list of scripts. */
function isScript(name: string): boolean {
  if (!/^[A-Za-z_]+$/.test(name) || (name.length === 4 && !fourLetterScripts.includes(name))) return false;
  try {
    return new RegExp(`\\p{Script=${name}}`, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
