"""Every fault that check_modules.py exists for is planted once and must be named."""
import unittest

from planted import PlantedTest, house


HOUSE = r"""
== modules/modules.txt
organisation:
plan: organisation
report: organisation
== modules/organisation/api.hpp
#pragma once
#include "base/id.hpp"
#include <string>
== modules/organisation/sql/migrations/0001_agency.sql
CREATE TABLE organisation_agency (id BIGINT PRIMARY KEY)
== modules/plan/CMakeLists.txt
caicach_module(plan USES organisation TEST_USES support)
== modules/plan/item.cpp
#include "plan/item.hpp"
#include "organisation/api.hpp"
#include <fmt/core.h>
Result<int> f()
{
    const auto a = TRY(g(1, 2));
    if (a) TRY(h());
    if (const auto b = TRY(h())) k(b);
    TRY(k({}));
    // report::Form, f(TRY(x)) and #include "report/api.hpp" in a comment are only words
    return TRY(g(a, "f(TRY(x))"));
}
== modules/plan/item_views.cpp
#include "web/components/button.hpp"
== modules/plan/test/item_test.cpp
#include "organisation/testing.hpp"
#include "testing/clock.hpp"
#include "tests/support/app.hpp"
#include <doctest/doctest.h>
== modules/plan/sql/migrations/0001_item.sql
-- reads: organisation_agency
CREATE TABLE plan_item (id BIGINT, lead BIGINT REFERENCES organisation_agency (id))
== modules/plan/sql/item_by_id.sql
WITH due AS (SELECT 1) SELECT id FROM plan_item, due WHERE lead IS NOT DISTINCT FROM $1
== foundation/base/result.hpp
#pragma once
#include <tl/expected.hpp>
#define TRY(...) \
    ({ f(TRY(x)); })
== foundation/text/CMakeLists.txt
caicach_library(text USES base PACKAGES icu-uc)
== foundation/text/fold.cpp
#include "text/fold.hpp"
#include "base/result.hpp"
#include <unicode/coll.h>
== web/components/button.hpp
#pragma once
#include "html/builder.hpp"
== app/main.cpp
#include "plan/module.hpp"
#include <CLI/CLI.hpp>
== tests/support/app.hpp
#include "app/modules.hpp"
#include "plan/testing.hpp"
"""
MODULES = "organisation:\nplan: organisation\nreport: organisation\n"


class CheckModules(PlantedTest):
    checker = "check_modules.py"
    clean = house(HOUSE)

    def test_a_clean_tree_passes(self):
        self.accepts({})

    def test_a_library_may_not_look_up(self):
        self.names(
            {"foundation/base/log.cpp": '#include "text/fold.hpp"\n'},
            "log.cpp:1",
            "may not use text",
        )

    def test_a_library_may_not_look_sideways(self):
        self.names({"foundation/text/a.cpp": '#include "json/value.hpp"\n'}, "may not use json")

    def test_foundation_knows_no_module(self):
        self.names(
            {"foundation/http/a.cpp": '#include "plan/api.hpp"\n'}, "foundation knows no word"
        )

    def test_foundation_does_not_know_web(self):
        self.names(
            {"foundation/http/a.cpp": '#include "web/components/button.hpp"\n'},
            "does not know web/",
        )

    def test_only_tests_use_testing(self):
        self.names(
            {"modules/plan/a.cpp": '#include "testing/clock.hpp"\n'},
            "only tests use foundation/testing",
        )

    def test_a_module_uses_only_what_its_line_allows(self):
        self.names(
            {"modules/report/a.cpp": '#include "plan/api.hpp"\n'}, "report may not use module plan"
        )

    def test_a_module_goes_through_the_door(self):
        self.names(
            {"modules/plan/a.cpp": '#include "organisation/agency.hpp"\n'},
            "use organisation/api.hpp, not its inside",
        )

    def test_builders_are_for_tests(self):
        self.names(
            {"modules/plan/a.cpp": '#include "organisation/testing.hpp"\n'}, "not its inside"
        )

    def test_a_forward_declaration_is_use_too(self):
        self.names(
            {"modules/report/a.hpp": "namespace caicach::plan { struct Item; }\n"}, "names plan::"
        )

    def test_a_qualified_name_is_use_too(self):
        self.names({"foundation/http/a.cpp": "void f(plan::Item& item);\n"}, "names plan::")

    def test_a_cycle_in_the_list(self):
        self.names(
            {"modules/modules.txt": MODULES.replace(":", ": report", 1)},
            "organisation uses report, which is not above it",
        )

    def test_a_module_without_a_line(self):
        self.names({"modules/survey/a.cpp": "\n"}, "survey has no line in modules.txt")

    def test_a_module_named_like_a_library(self):
        self.names(
            {"modules/modules.txt": MODULES + "text:\n"},
            "text is the name of a foundation library",
        )

    def test_web_sees_no_module(self):
        self.names(
            {"web/components/a.cpp": '#include "plan/api.hpp"\n'}, "web sees foundation only"
        )

    def test_a_handler_frames_its_page(self):
        self.accepts({"modules/plan/item_handlers.cpp": '#include "web/components/frame.hpp"\n'})

    def test_a_handler_asks_whether_a_form_is_shown_anew(self):
        self.accepts({"modules/plan/item_handlers.cpp": '#include "web/components/fault.hpp"\n'})

    def test_only_views_use_web(self):
        self.names(
            {"modules/plan/item_store.cpp": '#include "web/components/button.hpp"\n'},
            "only the views",
        )

    def test_app_sees_manifests_not_insides(self):
        self.names({"app/a.cpp": '#include "plan/item.hpp"\n'}, "app sees plan/module.hpp")

    def test_an_inner_header_that_app_is_granted(self):
        self.accepts(
            {
                "modules/modules.txt": MODULES + "app: plan/reading.hpp\n",
                "app/a.cpp": '#include "plan/reading.hpp"\n',
            }
        )

    def test_a_grant_that_app_no_longer_uses(self):
        self.names(
            {"modules/modules.txt": MODULES + "app: plan/reading.hpp\n"},
            "modules.txt:4: app no longer sees plan/reading.hpp",
        )

    def test_nobody_sees_app(self):
        self.names({"modules/plan/a.cpp": '#include "app/modules.hpp"\n'}, "nobody sees app/")

    def test_the_product_does_not_use_tests(self):
        self.names(
            {"modules/plan/a.cpp": '#include "tests/support/app.hpp"\n'}, "only tests use tests/"
        )

    def test_a_third_party_header_outside_its_wrapper(self):
        self.names(
            {"modules/plan/a.cpp": "#include <boost/json.hpp>\n"},
            "belongs to foundation/json alone",
        )

    def test_a_third_party_header_in_a_header(self):
        self.names({"foundation/crypto/a.hpp": "#include <sodium.h>\n"}, "may stand in a .cpp only")

    def test_a_third_party_header_in_an_inner_header(self):
        self.accepts(
            {
                "foundation/crypto/inner.hpp": "#include <sodium.h>\n",
                "foundation/crypto/a.cpp": '#include "crypto/inner.hpp"\n',
            }
        )

    def test_an_inner_header_that_got_out(self):
        self.names(
            {
                "foundation/crypto/inner.hpp": "#include <sodium.h>\n",
                "foundation/crypto/door.hpp": '#include "crypto/inner.hpp"\n',
                "foundation/http/a.cpp": '#include "crypto/door.hpp"\n',
            },
            "may stand in a .cpp only",
        )

    def test_an_unknown_third_party_header(self):
        self.names({"modules/plan/a.cpp": "#include <nlohmann/json.hpp>\n"}, "is a new dependency")

    def test_the_test_library_outside_tests(self):
        self.names(
            {"modules/plan/a.cpp": "#include <doctest/doctest.h>\n"},
            "belongs to foundation/testing, tests/support alone",
        )

    def test_an_include_beside_the_root(self):
        self.names({"modules/plan/a.cpp": '#include "item.hpp"\n'}, "include from the root")

    def test_a_helper_beside_a_test(self):
        self.accepts(
            {
                "modules/plan/test/helper.hpp": "#pragma once\n",
                "modules/plan/test/a_test.cpp": '#include "helper.hpp"\n',
            }
        )

    def test_a_link_to_a_module_that_is_not_allowed(self):
        self.names(
            {"modules/report/CMakeLists.txt": "caicach_module(report USES plan)\n"},
            "may not link module plan",
        )

    def test_a_link_upward_in_foundation(self):
        self.names(
            {"foundation/json/CMakeLists.txt": "caicach_library(json USES base http)\n"},
            "may not link http",
        )

    def test_a_query_on_a_foreign_table(self):
        self.names(
            {"modules/report/sql/a.sql": "SELECT id FROM plan_item\n"},
            "names plan_item, a table of plan",
        )

    def test_a_foreign_table_after_a_comma(self):
        self.names(
            {"modules/report/sql/a.sql": "SELECT 1 FROM (SELECT 2) AS x, plan_item\n"},
            "names plan_item",
        )

    def test_a_declaration_below_the_first_line_does_not_count(self):
        self.names(
            {"modules/report/sql/a.sql": "SELECT id\n-- reads: plan_item\nFROM plan_item\n"},
            "names plan_item",
        )

    def test_a_stale_declaration(self):
        self.names({"modules/report/sql/a.sql": "-- reads: plan_item\nSELECT 1\n"}, "and does not")

    def test_a_table_without_its_prefix(self):
        self.names(
            {"modules/report/sql/migrations/0001_a.sql": "CREATE TABLE form (id BIGINT)\n"},
            "table form must be named report_",
        )

    def test_try_in_a_call(self):
        self.names(
            {"modules/plan/a.cpp": "void f() { g(TRY(x())); }\n"}, "a.cpp:1: TRY stands alone"
        )

    def test_try_as_last_argument_on_its_own_line(self):
        self.names(
            {"modules/plan/a.cpp": "void f()\n{\n    g(1,\n      TRY(x()));\n}\n"}, "a.cpp:4: TRY"
        )

    def test_try_in_a_designated_initialiser(self):
        self.names(
            {"modules/plan/a.cpp": "void f() { return Item{.id = TRY(x()), .name = 1}; }\n"},
            "TRY stands",
        )

    def test_try_as_the_only_member_of_braces(self):
        self.names({"modules/plan/a.cpp": "void f() { auto a = Item{TRY(x())}; }\n"}, "TRY stands")

    def test_try_in_a_condition(self):
        self.names({"modules/plan/a.cpp": "void f() { if (TRY(x())) return; }\n"}, "TRY stands")

    def test_try_after_a_comparison(self):
        self.names({"modules/plan/a.cpp": "void f() { auto a = b == TRY(x()); }\n"}, "TRY stands")

    def test_try_over_which_a_loop_runs(self):
        self.names(
            {"modules/plan/a.cpp": "void f() { for (auto a : TRY(x())) g(a); }\n"}, "TRY stands"
        )


if __name__ == "__main__":
    unittest.main()
