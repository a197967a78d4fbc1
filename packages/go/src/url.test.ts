import { describe, expect, it } from "vitest";
import { escapedPath, parseUrl } from "./url.js";

const accepted: [text: string, scheme: string, host: string, path: string][] = [
  ["https://m.example.com", "https", "m.example.com", ""],
  ["HTTP://m.example.com/A", "http", "m.example.com", "/A"],
  ["https://m.example.com:5000/a/b?x=1#f", "https", "m.example.com:5000", "/a/b"],
  ["https://m.example.com:", "https", "m.example.com:", ""],
  ["https://m.example.com?x", "https", "m.example.com", ""],
  ["https://user:p%40ss@m.example.com", "https", "m.example.com", ""],
  ["https://a@b@m.example.com", "https", "m.example.com", ""],
  ["https://m.example.com/a%2Fb%20c", "https", "m.example.com", "/a/b c"],
  ["https://m.example.com/%ff", "https", "m.example.com", "/\udcff"],
  ["https://h%C3%A9.example", "https", "hé.example", ""],
  ["https://[fd00::1]:5000", "https", "[fd00::1]:5000", ""],
  ["https://[fe80::1%25eth0]", "https", "[fe80::1%eth0]", ""],
  ["https://[::ffff:10.0.0.1]", "https", "[::ffff:10.0.0.1]", ""],
  ["https://", "https", "", ""],
  ["https:///v2", "https", "", "/v2"],
  ["http:mirror", "http", "", ""],
  ["http.local", "", "", "http.local"],
  ["http.local:5000", "http.local", "", ""],
];

const refused: [text: string, error: string][] = [
  ["https://m.example.com:port", 'invalid port ":port" after host'],
  ["https://m .example.com", 'invalid character " " in host name'],
  ["https://m.example.com/%zz", 'invalid URL escape "%zz"'],
  ["https://m.example.com/%a", 'invalid URL escape "%a"'],
  ["https://m%2e.example.com", 'invalid URL escape "%2e"'],
  ["https://m.example.com#%zz", 'invalid URL escape "%zz"'],
  ["https://a b@m.example.com", "net/url: invalid userinfo"],
  ["https://[fd00::1", "missing ']' in host"],
  ["https://[fd00::1]x", 'invalid port "x" after host'],
  ["https://[10.0.0.1]", "invalid IP-literal"],
  ["https://[m]", 'invalid host: ParseAddr("m"): unable to parse IP'],
  ["http://[zzz]:80", 'invalid host: ParseAddr("zzz"): unable to parse IP'],
  [
    "http://[fd00:]:2",
    'invalid host: ParseAddr("fd00:"): colon must be followed by more characters (at ":")',
  ],
  ["http://[1::2::3]", 'invalid host: ParseAddr("1::2::3"): multiple :: in address (at ":3")'],
  ["http://[fe80::1%25]", 'invalid host: ParseAddr("fe80::1%"): zone must be a non-empty string'],
  ["http://[::1.2.3.400]", 'invalid host: ParseAddr("::1.2.3.400"): IPv4 field has value >255'],
  ["https://m[::1]", "invalid IP-literal"],
  ["https://m.example.com/\n", "net/url: invalid control character in URL"],
  ["http_1:5000", "first path segment in URL cannot contain colon"],
  [":5000", "missing protocol scheme"],
];

describe("parseUrl, Go's url.Parse", () => {
  it.each(accepted)("reads %s", (text, scheme, host, path) => {
    expect(parseUrl(text)).toMatchObject({ ok: true, url: { scheme, host, path } });
  });

  it.each(refused)("refuses %j", (text, error) => {
    const result = parseUrl(text);
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? "" : result.error).toContain(error);
  });

  it("takes several colons in a host before Go 1.26 only", () => {
    const text = "http://fd00::10:30020";
    expect(parseUrl(text, { strictColons: false })).toMatchObject({ ok: true });
    expect(parseUrl(text)).toEqual({
      ok: false,
      error: `parse "${text}": invalid port "::10:30020" after host`,
    });
  });
});

describe("escapedPath, Go's URL.EscapedPath", () => {
  it.each([
    ["http://m/a%2Fb/c%20d", "/a%2Fb/c%20d"],
    ["http://m/é", "/%C3%A9"],
    ["http://m/a b", "/a%20b"],
    ["http://m/[x]%41", "/[x]%41"],
    ["http://m/%ff", "/%ff"],
    ['http://m/%ff"', "/%FF%22"],
    ["http://m", ""],
  ])("%s has %s", (text, escaped) => {
    const result = parseUrl(text);
    expect(result.ok && escapedPath(result.url)).toBe(escaped);
  });
});
