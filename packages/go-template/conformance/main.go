// What text/template answers to the cases of this folder's files. With names of files it writes the answers into
// them, with none it reads cases from standard input and prints an answer a line, as real/ asks it:
//
//	GOTOOLCHAIN=local go run main.go later.json
//	GO111MODULE=off GOPATH=… go run -tags sprig main.go sprig.go sprig-later.json
//
// with Go 1.26; the second needs Sprig 3.2.3 and what it imports (Debian's golang-github-masterminds-sprig-dev).

// Without a go.mod Go would behave as an old one does.
//
//go:debug default=go1.26
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"text/template"
)

type answer struct {
	Phase   string `json:"phase"`
	Message string `json:"message"`
	Line    int    `json:"line"`
}

type example struct {
	ID            string          `json:"id,omitempty"`
	Group         string          `json:"group,omitempty"`
	Template      string          `json:"template"`
	Data          json.RawMessage `json:"data,omitempty"`
	Options       []string        `json:"options,omitempty"`
	Output        *string         `json:"output,omitempty"`
	Error         *answer         `json:"error,omitempty"`
	PartialOutput string          `json:"partialOutput,omitempty"`
}

type file struct {
	About  string    `json:"about"`
	Oracle string    `json:"oracle"`
	Cases  []example `json:"cases"`
}

// functions are those of the template besides Go's own.
var functions = template.FuncMap{}
var oracle = "text/template"

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// decoded makes of JSON what comes of YAML: 2 is an int, 2.0 a float64.
func decoded(raw json.RawMessage) any {
	if len(raw) == 0 {
		return nil
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var value any
	must(decoder.Decode(&value))
	return withNumbers(value)
}

func withNumbers(value any) any {
	switch v := value.(type) {
	case json.Number:
		if strings.ContainsAny(string(v), ".eE") {
			number, err := v.Float64()
			must(err)
			return number
		}
		number, err := strconv.Atoi(string(v))
		must(err)
		return number
	case map[string]any:
		for key := range v {
			v[key] = withNumbers(v[key])
		}
	case []any:
		for i := range v {
			v[i] = withNumbers(v[i])
		}
	}
	return value
}

var place = regexp.MustCompile(`^template: [^:]*:(\d+)`)

func failed(phase string, err error) *answer {
	message := strings.ToValidUTF8(err.Error(), "\ufffd")
	line := 0
	if match := place.FindStringSubmatch(message); match != nil {
		line, _ = strconv.Atoi(match[1])
	}
	return &answer{phase, message, line}
}

func answered(one example) (done example) {
	one.Output, one.Error, one.PartialOutput = nil, nil, ""
	var output strings.Builder
	done = one
	// What text/template does not recover ends the run of a template, not of this program.
	defer func() {
		if fault := recover(); fault != nil {
			done.Error = &answer{"panic", fmt.Sprint(fault), 0}
		}
	}()
	parsed, err := template.New("hosts.toml").Funcs(functions).Option(one.Options...).Parse(one.Template)
	if err != nil {
		done.Error = failed("parse", err)
		return
	}
	if err = parsed.Execute(&output, decoded(one.Data)); err != nil {
		done.Error, done.PartialOutput = failed("exec", err), output.String()
		return
	}
	text := output.String()
	done.Output = &text
	return
}

func encoder(to io.Writer) *json.Encoder {
	encoder := json.NewEncoder(to)
	encoder.SetEscapeHTML(false)
	return encoder
}

func answerFile(name string) {
	text, err := os.ReadFile(name)
	must(err)
	var content file
	must(json.Unmarshal(text, &content))
	for i := range content.Cases {
		content.Cases[i] = answered(content.Cases[i])
	}
	version := strings.TrimPrefix(strings.Fields(runtime.Version())[0], "go")
	content.Oracle = "Go " + version + " " + oracle
	var out bytes.Buffer
	indented := encoder(&out)
	indented.SetIndent("", " ")
	must(indented.Encode(content))
	must(os.WriteFile(name, out.Bytes(), 0o644))
}

func main() {
	for _, name := range os.Args[1:] {
		answerFile(name)
	}
	if len(os.Args) > 1 {
		return
	}
	decoder := json.NewDecoder(bufio.NewReader(os.Stdin))
	out := bufio.NewWriter(os.Stdout)
	lines := encoder(out)
	for decoder.More() {
		var one example
		must(decoder.Decode(&one))
		one = answered(one)
		one.Template, one.Data = "", nil
		must(lines.Encode(one))
	}
	must(out.Flush())
}
