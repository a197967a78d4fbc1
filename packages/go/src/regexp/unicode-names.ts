/**
 * Names after \p as Go 1.26 reads them: categories by their short or long names, and scripts. Case, spaces, underscores
 * and hyphens make no difference. Scripts of several words are missing because Go looks for `Oldhungarian` in a table
 * that has `Old_Hungarian`, and refuses them.
 */
const SCRIPTS =
  "Adlam Ahom Arabic Armenian Avestan Balinese Bamum Batak Bengali Bhaiksuki Bopomofo Brahmi Braille Buginese Buhid " +
  "Carian Chakma Cham Cherokee Chorasmian Common Coptic Cuneiform Cypriot Cyrillic Deseret Devanagari Dogra Duployan " +
  "Elbasan Elymaic Ethiopic Georgian Glagolitic Gothic Grantha Greek Gujarati Gurmukhi Han Hangul Hanunoo Hatran Hebrew " +
  "Hiragana Inherited Javanese Kaithi Kannada Katakana Kawi Kharoshthi Khmer Khojki Khudawadi Lao Latin Lepcha Limbu " +
  "Lisu Lycian Lydian Mahajani Makasar Malayalam Mandaic Manichaean Marchen Medefaidrin Miao Modi Mongolian Mro Multani " +
  "Myanmar Nabataean Nandinagari Newa Nko Nushu Ogham Oriya Osage Osmanya Palmyrene Phoenician Rejang Runic Samaritan " +
  "Saurashtra Sharada Shavian Siddham Sinhala Sogdian Soyombo Sundanese Syriac Tagalog Tagbanwa Takri Tamil Tangsa " +
  "Tangut Telugu Thaana Thai Tibetan Tifinagh Tirhuta Toto Ugaritic Vai Vithkuqi Wancho Yezidi Yi";

const CATEGORIES =
  "Any Assigned ASCII LC=Cased_Letter C=Other Cc=Control=cntrl Cf=Format Cn=Unassigned Co=Private_Use Cs=Surrogate " +
  "L=Letter Ll=Lowercase_Letter Lm=Modifier_Letter Lo=Other_Letter Lt=Titlecase_Letter Lu=Uppercase_Letter " +
  "M=Mark=Combining_Mark Mc=Spacing_Mark Me=Enclosing_Mark Mn=Nonspacing_Mark " +
  "N=Number Nd=Decimal_Number=digit Nl=Letter_Number No=Other_Number " +
  "P=Punctuation=punct Pc=Connector_Punctuation Pd=Dash_Punctuation Pe=Close_Punctuation Pf=Final_Punctuation " +
  "Pi=Initial_Punctuation Po=Other_Punctuation Ps=Open_Punctuation " +
  "S=Symbol Sc=Currency_Symbol Sk=Modifier_Symbol Sm=Math_Symbol So=Other_Symbol " +
  "Z=Separator Zl=Line_Separator Zp=Paragraph_Separator Zs=Space_Separator";

const properties: ReadonlyMap<string, string> = new Map([
  ...SCRIPTS.split(" ").map((name): [string, string] => [canonical(name), `Script=${name}`]),
  ...CATEGORIES.split(" ").flatMap((names) => {
    const [short = "", ...long] = names.split("=");
    return [short, ...long].map((name): [string, string] => [canonical(name), short]);
  }),
]);

/** What the property is called in a JavaScript expression; undefined for a name that Go does not know. */
export function unicodeProperty(name: string): string | undefined {
  return properties.get(canonical(name));
}

function canonical(name: string): string {
  return name.replace(/[ _-]/g, "").replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
