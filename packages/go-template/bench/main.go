// Parses and executes the template of the benchmark with text/template and prints nanoseconds per run as JSON.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"text/template"
	"time"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// perRun repeats work until it has taken long enough and returns the nanoseconds that one run took.
func perRun(work func()) float64 {
	for runs := 100; ; runs *= 2 {
		start := time.Now()
		for i := 0; i < runs; i++ {
			work()
		}
		if spent := time.Since(start); spent > time.Second {
			return float64(spent.Nanoseconds()) / float64(runs)
		}
	}
}

func main() {
	source, err := os.ReadFile(os.Args[1])
	must(err)
	text, err := os.ReadFile(os.Args[2])
	must(err)
	var data interface{}
	must(json.Unmarshal(text, &data))
	parse := func() *template.Template { return template.Must(template.New("hosts.toml").Parse(string(source))) }
	parsed := parse()
	result := map[string]interface{}{
		"version": runtime.Version(),
		"parse":   perRun(func() { parse() }),
		"execute": perRun(func() { must(parsed.Execute(io.Discard, data)) }),
	}
	out, err := json.Marshal(result)
	must(err)
	fmt.Println(string(out))
}
