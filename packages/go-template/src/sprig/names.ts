/** The names of sprigFunctions, in their order, for who has to know them without the functions themselves. */
export const sprigFunctionNames: ReadonlySet<string> = new Set(
  `
  ago date dateInZone date_in_zone dateModify date_modify htmlDate htmlDateInZone mustDateModify
  must_date_modify mustToDate now toDate unixEpoch randAlpha randAlphaNum randAscii randBytes randInt
  randNumeric shuffle uuidv4 env expandenv getHostByName bcrypt buildCustomCert decryptAES derivePassword
  encryptAES genCA genCAWithKey genPrivateKey genSelfSignedCert genSelfSignedCertWithKey genSignedCert
  genSignedCertWithKey htpasswd title untitle swapcase snakecase kebabcase camelcase addf add1f subf mulf
  divf default empty coalesce all any fail typeOf typeIs typeIsLike kindOf kindIs deepEqual dict get set
  unset hasKey keys values pick omit pluck dig merge mustMerge mergeOverwrite mustMergeOverwrite deepCopy
  mustDeepCopy duration durationRound b64enc b64dec b32enc b32dec sha256sum sha1sum adler32sum toJson
  mustToJson toPrettyJson mustToPrettyJson toRawJson mustToRawJson fromJson mustFromJson list tuple append
  mustAppend push mustPush prepend mustPrepend first mustFirst last mustLast rest mustRest initial
  mustInitial reverse mustReverse compact mustCompact uniq mustUniq without mustWithout has mustHas slice
  mustSlice chunk mustChunk concat sortAlpha add add1 sub div mod mul max biggest min maxf minf ceil floor
  round until untilStep seq atoi int int64 float64 toDecimal base osBase dir osDir clean osClean ext osExt
  isAbs osIsAbs regexMatch mustRegexMatch regexFind mustRegexFind regexFindAll mustRegexFindAll
  regexReplaceAll mustRegexReplaceAll regexReplaceAllLiteral mustRegexReplaceAllLiteral regexSplit
  mustRegexSplit regexQuoteMeta semver semverCompare trim trimAll trimall trimPrefix trimSuffix upper lower
  nospace initials repeat substr trunc abbrev abbrevboth wrap wrapWith contains hasPrefix hasSuffix quote
  squote cat indent nindent replace plural hello toString toStrings join splitList split splitn ternary
  urlParse urlJoin
`
    .trim()
    .split(/\s+/),
);
