//go:build sprig

package main

import "github.com/Masterminds/sprig"

func init() {
	functions = sprig.TxtFuncMap()
	oracle = "text/template, Sprig 3.2.3"
}
