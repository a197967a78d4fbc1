// Answers of Go's standard library to random texts, as JSON: one row a line. The committed rows are of
//
//	GOTOOLCHAIN=local go run main.go 60 1 > go-texts.json
//
// with Go 1.26; the arguments are the number of rows of each kind and the seed. Texts that need not be UTF-8 are
// given with one character a byte.
package main

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"net"
	"net/netip"
	"net/url"
	"os"
	"path"
	"strconv"
	"strings"
	"time"
	"unicode"
)

type row map[string]any

var random *rand.Rand

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func pick(pieces ...string) string { return pieces[random.Intn(len(pieces))] }

// several joins up to most pieces.
func several(most int, piece func() string) string {
	var text strings.Builder
	for count := random.Intn(most + 1); count > 0; count-- {
		text.WriteString(piece())
	}
	return text.String()
}

func bytesOf(text string) string {
	var characters strings.Builder
	for i := 0; i < len(text); i++ {
		characters.WriteRune(rune(text[i]))
	}
	return characters.String()
}

// broken puts something anywhere into a text, now and then.
func broken(text string) string {
	if random.Intn(6) > 0 {
		return text
	}
	at := random.Intn(len(text) + 1)
	for at > 0 && at < len(text) && text[at]&0xc0 == 0x80 {
		at--
	}
	return text[:at] + oddPiece() + text[at:]
}

func oddPiece() string {
	return pick(":", "/", "?", "#", "@", "[", "]", "%", "%2", "%zz", "%25", "%2F", "%2f", "%41", "%C3%A9", "%ff", "%7F", " ", "\t", "\x00", "\x7f",
		"\"", "\\", "'", "<", ">", "é", "\u00ad", "\u2028", "\ufeff", "😀", "*", "+", ";", "&", "=", ".", "..", "-", "_", "~", "!", "$", "(", ",", "{", "|", "^", "`")
}

func word() string {
	return pick("a", "m", "mirror", "Reg.Example.com", "0", "127", "é", "v2", "x_y", "A%42", "c%20d", "a%2Fb", "%e9", "b+c", "..", ".", "", "~u", "k=v", "q;r", "*", "(z)", "['", "\"")
}

func group() string {
	return pick("fd00", "FE80", "0", "1", "abcd", "12345", "g", "ffff", "", "00", "1.2.3.4", "999")
}

func address() string {
	switch random.Intn(5) {
	case 0:
		fields := []string{}
		for count := 3 + random.Intn(3); count > 0; count-- {
			fields = append(fields, pick("0", "1", "10", "127", "255", "256", "01", "", "x", "999", "1000"))
		}
		return strings.Join(fields, ".")
	case 1:
		return pick("::1", "::", "fd00::7", "fe80::1", "::ffff:10.0.0.1", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1:2:3:4:5:6:1.2.3.4", "127.0.0.1", "10.0.0.7")
	default:
		groups := several(9, func() string { return group() + pick(":", ":", ":", ":", "::") })
		return pick("", "", "::", ":") + groups + pick("", group(), group(), "1.2.3.4", "1.2.3.400", "1.2.3")
	}
}

func zone() string {
	return pick("", "", "", "%eth0", "%25eth0", "%", "%25", "%251%20x", "%25%41", "%25%2F", "%25é", "%25%C3")
}

func host() string {
	switch random.Intn(6) {
	case 0, 1:
		return "[" + address() + zone() + "]"
	case 2:
		return address() + zone()
	default:
		return several(3, func() string { return word() + pick("", ".", "-") })
	}
}

func urlText() string {
	var text strings.Builder
	text.WriteString(pick("http://", "https://", "HTTP://", "http://", "https://", "ftp://", "//", "///", "", "http:", "mailto:", "dummy://", "/", "1http://", "h+t.-p://", ":", "http:/"))
	if random.Intn(6) == 0 {
		text.WriteString(word() + pick("", ":", ":"+word()) + "@")
	}
	text.WriteString(host())
	text.WriteString(pick("", "", "", ":80", ":5000", ":", ":port", ":8 0", "::80", ":80:81", ":٣"))
	text.WriteString(several(3, func() string { return pick("/", "/", "//", "") + word() }))
	if random.Intn(5) == 0 {
		text.WriteString("?" + several(3, func() string { return word() + pick("", "&", "=", ";", "?") }))
	}
	if random.Intn(6) == 0 {
		text.WriteString("#" + several(2, word))
	}
	return broken(text.String())
}

// parsed is what url.Parse says, with the host's colons strict or lax.
func parsed(text string, colons string) any {
	must(os.Setenv("GODEBUG", "urlstrictcolons="+colons))
	u, err := url.Parse(text)
	if err != nil {
		return err.Error()
	}
	user := any(nil)
	if u.User != nil {
		user = u.User.String()
	}
	return row{
		"scheme": u.Scheme, "opaque": bytesOf(u.Opaque), "user": user, "host": bytesOf(u.Host), "hostname": bytesOf(u.Hostname()),
		"path": bytesOf(u.Path), "query": bytesOf(u.RawQuery), "fragment": bytesOf(u.Fragment),
		"escapedPath": bytesOf(u.EscapedPath()), "string": bytesOf(u.String()), "hasQuery": len(u.Query()) > 0,
	}
}

func urlRow() row {
	text := urlText()
	strict, lax := parsed(text, "1"), parsed(text, "0")
	answer := row{"url": text, "is": strict}
	if fmt.Sprint(strict) != fmt.Sprint(lax) {
		answer["lax"] = lax
	}
	return answer
}

func addressRow() row {
	text := broken(address() + zone())
	parsed, err := netip.ParseAddr(text)
	if err != nil {
		return row{"address": text, "error": err.Error()}
	}
	bytes := []int{}
	for _, b := range parsed.AsSlice() {
		bytes = append(bytes, int(b))
	}
	ip := net.ParseIP(text)
	return row{"address": text, "bytes": bytes, "zone": parsed.Zone(), "loopback": ip != nil && ip.IsLoopback()}
}

func digits() string {
	return several(pickInt(3, 3, 3, 21), func() string { return pick("0", "1", "3", "9", "5", "7", "333333") })
}

func pickInt(numbers ...int) int { return numbers[random.Intn(len(numbers))] }

func durationText() string {
	if random.Intn(8) == 0 {
		return pick("9223372036854775807", "9223372036854775808", "-9223372036854775808", "9223372036854775809") + pick("ns", "us", "") + pick("", "1ns", "9223372036854775808ns")
	}
	return broken(pick("", "", "", "-", "+", " ") + several(3, func() string {
		return digits() + pick("", "", ".") + digits() + pick("h", "m", "s", "ms", "us", "µs", "μs", "ns", "", "d", "S", " s", "é", "\"", "\u2028")
	}))
}

func durationRow() row {
	text := durationText()
	duration, err := time.ParseDuration(text)
	if err != nil {
		return row{"duration": text, "error": err.Error()}
	}
	return row{"duration": text, "nanoseconds": strconv.FormatInt(int64(duration), 10), "string": duration.String()}
}

func anyText() string {
	return several(6, func() string {
		if random.Intn(3) == 0 {
			return string(rune(random.Intn(pickInt(0x80, 0x100, 0x3000, 0x20000, 0x110000))))
		}
		return pick(oddPiece(), word())
	})
}

func quoteRow() row {
	text := anyText()
	return row{"quote": text, "is": strconv.Quote(text), "ascii": strconv.QuoteToASCII(text), "canBackquote": strconv.CanBackquote(text)}
}

func hostPortRow() row {
	text := broken(host() + pick("", ":80", ":", ":1:2"))
	host, port, err := net.SplitHostPort(text)
	if err != nil {
		return row{"hostPort": text, "error": err.Error()}
	}
	return row{"hostPort": text, "host": host, "port": port}
}

func pathRow() row {
	text := several(6, func() string { return pick("/", "/", "//", "") + pick("a", "b.c", ".", "..", ".d", "é", "v2", "e.") }) + pick("", "/")
	return row{"path": text, "clean": path.Clean(text), "base": path.Base(text), "dir": path.Dir(text), "ext": path.Ext(text), "join": path.Join(text, "", "../v2")}
}

// printableRow has where printable characters begin and where they end, in turn.
func printableRow() row {
	runs := []int{}
	for char, before := rune(0), false; char <= unicode.MaxRune+1; char++ {
		if is := strconv.IsPrint(char); is != before {
			before = is
			runs = append(runs, int(char))
		}
	}
	return row{"printable": "Unicode " + unicode.Version, "runs": runs}
}

func main() {
	count, err := strconv.Atoi(os.Args[1])
	must(err)
	seed, err := strconv.ParseInt(os.Args[2], 10, 64)
	must(err)
	random = rand.New(rand.NewSource(seed))
	line, err := json.Marshal(printableRow())
	must(err)
	fmt.Printf("[\n%s", line)
	for _, one := range []func() row{urlRow, addressRow, durationRow, quoteRow, hostPortRow, pathRow} {
		for i := 0; i < count; i++ {
			line, err := json.Marshal(one())
			must(err)
			fmt.Printf(",\n%s", line)
		}
	}
	fmt.Println("\n]")
}
