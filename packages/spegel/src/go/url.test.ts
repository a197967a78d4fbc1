import { describe, expect, it } from "vitest";
import { hasQueryParameters, parseUrl, urlText } from "./url.js";

describe("url.Parse and URL.String", () => {
  it.each([
    ["https://docker.io", "docker.io", "https://docker.io"],
    ["HTTPS://Docker.IO:443", "Docker.IO:443", "https://Docker.IO:443"],
    ["http://fd00::7:30020", "fd00::7:30020", "http://fd00::7:30020"],
    ["http://[fe80::1%25en0]:80", "[fe80::1%en0]:80", "http://[fe80::1%25en0]:80"],
    ["https://", "", "https:"],
    ["https://a?", "a", "https://a?"],
    ["https://a#b c", "a", "https://a#b%20c"],
    ["https://é.io", "é.io", "https://%C3%A9.io"],
    ["https://%C3%A9.io", "é.io", "https://%C3%A9.io"],
    ["https://bob:x@a/p?q=1#f", "a", "https://bob:x@a/p?q=1#f"],
    ["docker.io", "", "docker.io"],
    ["mailto:x", "", "mailto:x"],
  ])("%s", (text, host, printed) => {
    const parsed = parseUrl(text);
    expect(parsed).toMatchObject({ url: { host } });
    expect("url" in parsed && urlText(parsed.url)).toBe(printed);
  });

  it.each([
    ["10.0.0.7:30020", 'parse "10.0.0.7:30020": first path segment in URL cannot contain colon'],
    [":x", 'parse ":x": missing protocol scheme'],
    ["https://a b", 'parse "https://a b": invalid character " " in host name'],
    ["https://a:b", 'parse "https://a:b": invalid port ":b" after host'],
    ["https://%41", 'parse "https://%41": invalid URL escape "%41"'],
    ["https://a/%zz", 'parse "https://a/%zz": invalid URL escape "%zz"'],
    ["https://[::1", `parse "https://[::1": missing ']' in host`],
    ["https://[1.2.3.4]", 'parse "https://[1.2.3.4]": invalid IP-literal'],
    ["https://a[::1]", 'parse "https://a[::1]": invalid IP-literal'],
    ["https://a\tb", 'parse "https://a\\tb": net/url: invalid control character in URL'],
    ["https://<x>@a", 'parse "https://<x>@a": net/url: invalid userinfo'],
  ])("%s is refused", (text, error) => {
    expect(parseUrl(text)).toEqual({ error });
  });

  it.each([
    ["https://a?x", true],
    ["https://a?=v", true],
    ["https://a?&&", false],
    ["https://a?x;y", false],
    ["https://a?%zz", false],
  ])("%s has parameters: %s", (text, expected) => {
    const parsed = parseUrl(text);
    expect("url" in parsed && hasQueryParameters(parsed.url)).toBe(expected);
  });
});
