"""What the scanners say is heard: a planted finding fails, an explained one does not, and neither
an explanation of nothing nor a scan that never took place passes for a clean one."""
import json
import pathlib
import sys
import types
import unittest
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / "tests" / "security"), str(ROOT / "tests" / "journeys")]

from findings import Explained, Finding, of_sqlmap, of_wapiti  # noqa: E402
from targets import Crawl, FilledForms, Routes, Target, marked, targets_of_api  # noqa: E402
from targets import with_values  # noqa: E402

INJECTABLE = """\
[20:36:01] [INFO] GET parameter 'ten' is 'Generic UNION query (NULL) - 1 to 20 columns' injectable
sqlmap identified the following injection point(s) with a total of 46 HTTP(s) requests:
---
Parameter: ten (GET)
    Type: boolean-based blind
    Title: AND boolean-based blind - WHERE or HAVING clause
    Payload: ten=So' AND 7285=7285 AND 'a'='a
---
"""
CLEAN = """\
[20:36:02] [WARNING] GET parameter 'tim' does not seem to be injectable
[20:36:02] [CRITICAL] all tested parameters do not appear to be injectable. Try to increase values
"""
REFUSED = "[20:36:03] [CRITICAL] unable to connect to the target URL. sqlmap is going to retry\n"
REPORT = {
    "vulnerabilities": {
        "SQL Injection": [
            {"method": "GET", "path": "/ke-hoach", "info": "SQL Injection via tim\nmore"}
        ],
        "CRLF Injection": [],
    },
    "anomalies": {
        "Internal Server Error": [{"method": "POST", "path": "/co-quan", "info": "HTTP 500"}]
    },
}


class Scanners(unittest.TestCase):
    def test_what_sqlmap_injected_is_a_finding(self):
        found = of_sqlmap(INJECTABLE, "GET /")
        self.assertEqual({Finding("sqlmap", "GET /", "ten (GET) is injectable")}, found)

    def test_where_sqlmap_tried_and_failed_there_is_none(self):
        self.assertEqual(set(), of_sqlmap(CLEAN, "GET /ke-hoach"))

    def test_a_scan_that_did_not_take_place_is_a_finding(self):
        for said in (REFUSED, "", "[20:36:03] [ERROR] user quit\n"):
            (found,) = of_sqlmap(said, "GET /ke-hoach")
            self.assertIn("nothing was tried", found.what)

    def test_vulnerabilities_and_anomalies_of_wapiti_are_findings(self):
        found = of_wapiti(json.dumps(REPORT))
        self.assertEqual(
            {
                Finding("wapiti", "GET /ke-hoach", "SQL Injection: SQL Injection via tim"),
                Finding("wapiti", "POST /co-quan", "Internal Server Error: HTTP 500"),
            },
            found,
        )

    def test_a_finding_is_explained_by_its_own_line_only(self):
        one, other = Finding("wapiti", "GET /", "no HSTS"), Finding("wapiti", "GET /x", "XSS")
        explained = Explained("# why\nwapiti: GET /: no HSTS | nginx sets it\n")
        self.assertEqual(([other], []), explained.judge({one, other}))

    def test_an_explanation_of_nothing_is_told(self):
        explained = Explained("wapiti: *: no HSTS | nginx sets it\n")
        self.assertEqual(([], ["wapiti: *: no HSTS"]), explained.judge(set()))

    def test_an_explanation_without_a_reason_is_refused(self):
        for line in ("wapiti: *", "wapiti: * | "):
            with self.assertRaises(ValueError):
                Explained(line)


class Targets(unittest.TestCase):
    def test_a_literal_segment_wins_over_a_name(self):
        routes = Routes("/tai-khoan/{account} GET x\n/tai-khoan/cua-toi GET y\n")
        self.assertEqual("/tai-khoan/cua-toi", routes.of("/tai-khoan/cua-toi"))
        self.assertEqual("/tai-khoan/{account}", routes.of("/tai-khoan/A1"))
        self.assertIsNone(routes.of("/tai-khoan/A1/khoa"))

    def test_each_open_part_of_a_path_is_tried(self):
        self.assertEqual("/a/x*/muc.csv", marked("/a/{plan}/muc.csv", "/a/x/muc.csv"))

    def test_empty_fields_say_something(self):
        form = FilledForms(
            "<form><input name=tim><input name=nam value=2026>"
            "<input type=hidden name=nguoi><input type=hidden name=csrf value=t></form>"
        ).found[0]
        self.assertEqual("tim=1&nam=2026&nguoi=&csrf=t", with_values(form))

    def test_an_open_part_keeps_the_query_that_its_page_needs(self):
        class Browser:
            def get(self, _):
                return types.SimpleNamespace(location="", status=404, headers={})

        routes = Routes("/theo-doi/{plan}/bang.csv GET x\n")
        targets = Crawl(Browser(), routes).run("/theo-doi/P/bang.csv?bang=muc")
        self.assertEqual(
            {"/theo-doi/P*/bang.csv?bang=muc", "/theo-doi/P/bang.csv?bang=muc"},
            {target.path for target in targets},
        )

    def test_every_operation_of_the_api_that_takes_input_is_tried(self):
        limit = {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1}}
        word = {"name": "q", "in": "query", "schema": {"type": "string"}}
        description = {
            "paths": {
                "/api/v1/plans/{plan}/items": {"get": {"parameters": [limit, word]}},
                "/api/v1/nothing": {"get": {}},
            }
        }
        paths = [target.path for target in targets_of_api(description, {"plan": "P"})]
        self.assertEqual(["/api/v1/plans/P/items?limit=1&q=a", "/api/v1/plans/P*/items"], paths)

    def test_a_long_form_is_tried_in_parts_that_miss_no_field(self):
        fields = [f"field{number}" for number in range(30)]
        sent = {"csrf": "t", **dict.fromkeys(fields, "1")}
        whole = Target("/x", "/x", urllib.parse.urlencode(sent))
        parts = whole.in_parts()
        self.assertEqual(fields, [field for part in parts for field in part.only])
        self.assertEqual({whole.data}, {part.data for part in parts})
        short = Target("/x", "/x", "csrf=t&a=1")
        self.assertEqual([short], short.in_parts())


if __name__ == "__main__":
    unittest.main()
