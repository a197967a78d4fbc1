// Answers of Go's regexp to fixed and random expressions, as JSON: one row a line. The committed rows are of
//
//	GOTOOLCHAIN=local go run regexp.go 150 1 > regexp.json
//
// with Go 1.26; the arguments are the number of random rows and the seed. All texts are given with one character a
// byte, as they need not be UTF-8.
package main

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"regexp"
	"regexp/syntax"
	"strconv"
	"strings"
)

type row struct {
	Pattern string `json:"pattern,omitempty"`
	// In place of the expression; its error is the code alone.
	Pieces      []piece      `json:"pieces,omitempty"`
	Error       string       `json:"error,omitempty"`
	Replacement string       `json:"replacement,omitempty"`
	Limit       int          `json:"limit,omitempty"`
	Texts       []textAnswer `json:"texts,omitempty"`
}

type textAnswer struct {
	Text     string     `json:"text"`
	Matches  bool       `json:"matches"`
	Groups   [][]string `json:"groups"`
	Found    []string   `json:"found"`
	Replaced string     `json:"replaced"`
	Literal  string     `json:"literal"`
	Split    []string   `json:"split"`
}

// What random expressions would hardly come upon.
var fixed = []string{
	`\p`, `\p{`, `\pL`, `\p{Old_Italic}`, `\p{OldItalic}`, `\p{New Tai Lue}`, `\p{SignWriting}`, `\p{g-r_e ek}`, `\p{_lu}`, `\p{Combining Mark}`,
	`\p{Script=Greek}`, `\p{Grek}`, `\p{Garay}`, `\p{}`, `\p{^}`, `\P{^Lu}+`, `(?i)\p{LC}`, `(?i)\p{Lu}`, `(?i)\P{Lu}`, `\p{Cn}`, `\p{Ll}`, `\p{Mn}`,
	"(?i)\u0264", "(?i)\u0390", "(?i)[\u01c4-\u01cc]", "(?i)\ufb05", "(?i)k+s", "(?i)[^ks]", `(?i)\w+`, `(?i)\W`, "[\u1c89\ua7cb]", `(?i)[[:^upper:]]`,
	"a{" + strings.Repeat("1", 80) + "}", "a{1000}", "a{1001}", "a{2,1}", "a{,2}", "a{01}", "(a{500}){2}", "(a{500}){2,}", "(a{501}){2}", "((a{0}){1000}){2}",
	"((a{1000}){0}){1000}", "(a{1000}){0,1}", "(a{1000})*", "(a*){2}{3}", "a*?+", "(?i)*", "a*(?i)*", "a|*", "(*)", "()*", "(|a)*", "(|a)+", "(a|b*)*?c",
	"\xff", "a\xffb", "[\xff]", "[a-\xff]", `\Qa` + "\xff" + `\E`, "(?\xff", "(?P<\xff>a)", "(?P<a\xff", `\p{` + "\xff" + `}`, `\p` + "\xff", `\x{` + "\xff", "\\\xff", `\p{` + "\xff",
	`(?P<n>a)|(?P<n>b)`, `(?P<`, `(?<`, `(?P<>a)`, `(?P=n)`, `(?i-`, `(?-)`, `(?i--s)`, `(?i-:a)`, `(?U)a+(b+?)`, `(?m)^a$`, `(?s).`, `[[:foo:]]`, `[[:alpha:`, `[[:`, `[a-\d]`, `[]`, `[^]`, `[]-a]`, `[--/]`,
	`\8`, `\18`, `\1`, `\08`, `\x`, `\x4`, `\x{}`, `\x{110000}`, `\x{10ffff}`, `\C`, `\Z`, `\Q`, `\Q\E*`, `a\Qb\E*`, `\`, `[\`, `$01`, `.`, `\x{fffd}`, ``,
}

// Expressions at Go's limits, as pieces and how often each is repeated.
var large = [][]piece{
	{{"(", 999}, {")", 999}}, {{"(", 1000}, {")", 1000}}, {{"(?:", 1500}, {"a", 1}, {")", 1500}}, {{"(?:a|", 1500}, {"b", 1}, {")", 1500}},
	{{"(?:ab|", 1500}, {"b", 1}, {")", 1500}}, {{"(?:a*|", 998}, {"b", 1}, {")", 998}}, {{"(?:", 999}, {"a", 1}, {")*", 999}}, {{"(?:", 1000}, {"a", 1}, {")*", 1000}},
	{{"(?:xy", 499}, {"a", 1}, {")*", 499}}, {{"(?:xy", 500}, {"a", 1}, {")*", 500}}, {{"a{1000}", 3355}}, {{"a{1000}", 3356}}, {{"(?:a|b){1000}", 3355}}, {{"(?:a|b){1000}", 3356}},
	{{"(ab){1000}", 838}}, {{"(ab){1000}", 839}}, {{"(", 2000}}, {{"(?:x*|", 600}, {"y", 1}, {")+", 600}},
}

type piece struct {
	text  string
	count int
}

func (p piece) MarshalJSON() ([]byte, error) { return json.Marshal([]any{p.text, p.count}) }

func largeAnswer(pieces []piece) row {
	var pattern strings.Builder
	for _, piece := range pieces {
		pattern.WriteString(strings.Repeat(piece.text, piece.count))
	}
	result := row{Pieces: pieces}
	if _, err := syntax.Parse(pattern.String(), syntax.Perl); err != nil {
		result.Error = string(err.(*syntax.Error).Code)
	}
	return result
}

var random *rand.Rand

func pick(pieces ...string) string { return pieces[random.Intn(len(pieces))] }

func atom() string {
	return pick("a", "b", "ab", "k", "S", "0", "_", "/", ":", " ", "\n", "é", "я", "ſ", "Σ", "😀", ".", `\.`, "^", "$", `\A`, `\z`, `\b`, `\B`, `\d`, `\D`, `\s`, `\W`, "[a-c]", "[^a]",
		"[[:alpha:]]", "[[:^digit:]_]", `[\d\-x]`, `[^\W]`, `\pL`, `\P{Greek}`, "[]a]", "[a-]", `\x41`, `\x{e9}`, `\101`, `\Qa.b\E`, `docker\.io`, "nginx", "{", "]", "{,3}", "\xff")
}

func fault() string {
	return pick("(", ")", "*", "**", "[", "[z-a]", `\8`, `\x{`, "(?", "(?P<n", "{1001}", `\p{Foo}`, "(?i-)", `\`, "?", "{2}{3}", "(?=a)", "[[:foo:]]")
}

func expression(depth int) string {
	var text strings.Builder
	for count := 1 + random.Intn(4); count > 0; count-- {
		switch chance := random.Intn(100); {
		case chance < 60 || depth > 3:
			text.WriteString(atom())
		case chance < 75:
			text.WriteString("(" + expression(depth+1) + ")")
		case chance < 83:
			text.WriteString("(?:" + expression(depth+1) + ")")
		case chance < 88:
			text.WriteString("(?P<n" + pick("0", "1") + ">" + expression(depth+1) + ")")
		case chance < 92:
			text.WriteString(pick("(?i)", "(?m)", "(?s)", "(?U)", "(?-i)", "(?im-s)"))
		case chance < 98:
			text.WriteString("|")
			continue
		default:
			text.WriteString(fault())
		}
		if random.Intn(3) == 0 {
			text.WriteString(pick("*", "+", "?", "*?", "+?", "??", "{2}", "{0}", "{1,2}", "{0,2}?", "{2,}", "{0,}"))
		}
	}
	return text.String()
}

func subject() string {
	var text strings.Builder
	for count := random.Intn(9); count > 0; count-- {
		text.WriteString(pick("a", "b", "k", "K", "S", "0", "_", "/", ":", " ", "\n", "A", "é", "Я", "ſ", "\u212a", "ς", "😀", "docker.io/library/nginx", "\xff"))
	}
	return text.String()
}

// Texts that tell apart what is in the fixed expressions.
var subjects = []string{"$01 aab", "kK\u212a\u0264\ua7cb\u0390\u1fd3\ufb05\ufb06\u01c5\u0295\U0001171e\u0345", "\xff\ufffd_u\n\u03a3"}

func bytesOf(text string) string {
	var characters strings.Builder
	for i := 0; i < len(text); i++ {
		characters.WriteRune(rune(text[i]))
	}
	return characters.String()
}

func allBytesOf(texts []string) []string {
	result := []string{}
	for _, text := range texts {
		result = append(result, bytesOf(text))
	}
	return result
}

func answer(pattern string, texts []string) row {
	replacement := pick("x", "", "$1", "[$0]", "${n0}-$n1", "$$", "$1x", "${1}x", "$01", "$99", "$", "${", "$n$n")
	result := row{Pattern: bytesOf(pattern), Replacement: replacement, Limit: random.Intn(5) - 1}
	expression, err := regexp.Compile(pattern)
	if err != nil {
		result.Error = bytesOf(err.Error())
		return result
	}
	for _, text := range texts {
		groups := [][]string{}
		for _, match := range expression.FindAllStringSubmatch(text, -1) {
			groups = append(groups, allBytesOf(match))
		}
		result.Texts = append(result.Texts, textAnswer{
			Text:     bytesOf(text),
			Matches:  expression.MatchString(text),
			Groups:   groups,
			Found:    allBytesOf(expression.FindAllString(text, result.Limit)),
			Replaced: bytesOf(expression.ReplaceAllString(text, replacement)),
			Literal:  bytesOf(expression.ReplaceAllLiteralString(text, replacement)),
			Split:    allBytesOf(expression.Split(text, result.Limit)),
		})
	}
	return result
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func write(first bool, value row) {
	separator := ",\n"
	if first {
		separator = ""
	}
	var text strings.Builder
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	must(encoder.Encode(value))
	fmt.Print(separator + strings.TrimSuffix(text.String(), "\n"))
}

func main() {
	count, err := strconv.Atoi(os.Args[1])
	must(err)
	seed, err := strconv.ParseInt(os.Args[2], 10, 64)
	must(err)
	random = rand.New(rand.NewSource(seed))
	fmt.Print("[\n")
	for i, pieces := range large {
		write(i == 0, largeAnswer(pieces))
	}
	for _, pattern := range fixed {
		write(false, answer(pattern, subjects))
	}
	for ; count > 0; count-- {
		write(false, answer(expression(0), []string{subject(), subject()}))
	}
	fmt.Print("\n]\n")
}
