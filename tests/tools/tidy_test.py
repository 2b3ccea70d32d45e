"""Every fault that tidy.py exists for is planted once and must be named."""
import unittest

from planted import PlantedTest, house

HOUSE = r"""
== foundation/base/CMakeLists.txt
caicach_library(base)
== foundation/base/clock.cpp
#include "base/clock.hpp"
#include <chrono>
Instant now() { return std::chrono::system_clock::now(); }
== foundation/base/clock.hpp
#pragma once
consteval void literal(const char* text) { if (!text) throw "a wrong literal does not compile"; }
== modules/plan/CMakeLists.txt
caicach_module(plan SUBFOLDERS importer FOUNDATION document)
== modules/plan/item.cpp
// std::regex in a comment is only a word; "atoi(" in a text too
#include "base/clock.hpp"
Result<void> f()
{
    run(sql::item_by_id, "SELECTED", "atoi(x)");
    if (a) return failure(Failure::conflict, "plan.item.taken");
    // Shared by the reader and the job that it started, whichever ends last.
    std::shared_ptr<int> shared;
    return text("plan.state." + state);
}
== modules/plan/importer/outline.cpp
int outline() { return 1; }
== modules/plan/test/item_test.cpp
TEST_CASE("an item is taken once") { CHECK(run("SELECT 1")); }
== modules/plan/importer/test/outline_test.cpp
TEST_CASE("an outline has levels") {}
== modules/plan/importer/fuzz/outline_fuzz.cpp
int LLVMFuzzerTestOneInput() { return 0; }
== modules/plan/sql/item_by_id.sql
SELECT id FROM plan_item WHERE id = $1
== modules/plan/messages/vi.po
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "plan.item.taken"
msgstr "Nhiệm vụ đã có người nhận."

msgid "plan.state.draft"
msgstr ""
"Bản "
"nháp"
== modules/plan/messages/en.po
msgid "plan.item.taken"
msgstr "Somebody has taken this task."
== docs/guide.md
# One title

See [the code](../modules/plan/item.cpp#L1), [a site](https://example.org) and `[not](a-link)`.

```
# a comment in a block
```
"""
LONG_FUNCTION = "int f()\n{\n" + "    g();\n" * 70 + "}\n"


class Tidy(PlantedTest):
    checker = "tidy.py"
    clean = house(HOUSE)

    def in_item(self, line, *expected):
        """The fault appended to a source of a module."""
        text = self.clean["modules/plan/item.cpp"] + line + "\n"
        self.names({"modules/plan/item.cpp": text}, "modules/plan/item.cpp:", *expected)

    def in_messages(self, name, addition, *expected):
        path = f"modules/plan/messages/{name}"
        self.names({path: self.clean[path] + "\n" + addition}, *expected)

    def test_a_type_that_one_program_has_twice(self):
        space = "namespace caicach::plan\n{{\n{}\n}}\n"
        first = space.format("struct Room { struct Door {}; int doors{}; };")
        item = "modules/plan/item.cpp"
        test = "modules/plan/test/item_test.cpp"
        for kind in ("struct Room {", "class Room final : Place {", "enum class Room : char {"):
            again = self.clean[item] + space.format(kind + " };")
            twice = {"modules/plan/importer/room.cpp": first, item: again}
            self.names(twice, item + ":", "caicach::plan::Room is defined in", "room.cpp, too")
        in_test = self.clean[test] + space.format("struct Room {};")
        in_item = self.clean[item] + first
        self.names({item: in_item, test: in_test}, test + ":", "caicach::plan::Room")
        # One header of a test, taken over by another program that has the name already.
        people = "foundation/base/test/people.hpp"
        taken = {
            people: "#pragma once\n" + first,
            "foundation/base/test/people_test.cpp": '#include "people.hpp"\n',
            test: '#include "base/test/people.hpp"\n' + in_test,
        }
        self.names(taken, "caicach::plan::Room")
        for other in (
            "namespace\n{\nstruct Room {};\n}",
            "struct House { struct Room {}; };",
            "struct Room;\nenum class Hall : char;",
            "void f() { struct Room {}; }",
            "namespace inner\n{\nstruct Room {};\n}",
            "template <class Room> struct Hall {};",
        ):
            self.accepts({item: in_item, test: self.clean[test] + space.format(other)})
        self.accepts({"foundation/base/test/room_test.cpp": first, test: in_test})

    def test_a_text_that_dies_before_the_page_is_written(self):
        kept = "choices.push_back({text, label, .is_chosen = text == std::to_string(2)});"
        for dying in (
            "choices.push_back({std::to_string(year), label});",
            'choices.push_back({.value = fmt::format("{}", year)});',
            'choices.push_back({key, "năm " + text});',
            "choices.push_back({.value = key, .label = text::fold(name)});",
        ):
            function = "void f() {\nstd::vector<web::Choice> choices;\n%s\n%s\n}"
            self.in_item(function % (kept, dying), "choices would look at a text that is gone")
        path = "modules/plan/item.cpp"
        clean = function % (kept, "choices.push_back({key, name, .count = size + 1});")
        others = "void g(std::vector<http::Field>& f) { f.push_back({std::to_string(1)}); }"
        self.accepts({path: self.clean[path] + clean + "\n" + others + "\n"})

    def test_a_clean_tree_passes(self):
        self.accepts({})

    def test_locale_functions(self):
        self.in_item("int a = std::tolower(b);", "text::fold")
        self.in_item("int a = isalpha(b);", "text::fold")
        self.in_item("void f() { strftime(a); }", "calendar")

    def test_numbers_that_do_not_say_what_is_wrong(self):
        self.in_item("int a = std::stoi(b);", "from_chars")
        self.in_item("int a = atoi(b);", "from_chars")

    def test_regex(self):
        self.in_item("std::regex a;", "small parser")

    def test_the_clock_outside_base(self):
        self.in_item("auto a = std::chrono::system_clock::now();", "through Context")

    def test_printing_in_a_library(self):
        self.in_item("void f() { std::cout << 1; }", "app/ prints")

    def test_randomness(self):
        self.in_item("int a = rand();", "through Context")

    def test_coroutines(self):
        self.in_item("void f() { co_await g(); }", "frees twice")

    def test_unbounded_formatting(self):
        self.in_item("void f() { sprintf(a, b); }", "fmt::format")

    def test_throw(self):
        self.in_item("void f() { throw 1; }", "failure(…)")

    def test_the_environment(self):
        self.in_item("auto a = std::getenv(b);", "configuration")

    def test_sleeping(self):
        self.in_item("void f() { std::this_thread::sleep_for(a); }", "wait for what happens")

    def test_a_shell(self):
        self.in_item("void f() { std::system(a); }", "no shell")

    def test_shared_ptr_without_a_reason(self):
        self.names({"modules/plan/importer/outline.cpp": "std::shared_ptr<int> a;\n"}, "who shares")

    def test_raw_sql_in_code(self):
        self.in_item('void f() { run("SELECT id FROM plan_item"); }', "SQL lives in")

    def test_using_namespace_in_a_header(self):
        text = self.clean["foundation/base/clock.hpp"] + "using namespace std;\n"
        self.names({"foundation/base/clock.hpp": text}, "names what it uses")

    def test_a_heavy_header_in_a_header(self):
        text = self.clean["foundation/base/clock.hpp"] + "#include <chrono>\n"
        self.names({"foundation/base/clock.hpp": text}, "everybody pays")

    def test_a_long_line(self):
        self.in_item("// " + "ă" * 98, "101 columns")

    def test_a_line_of_a_hundred_letters_with_diacritics_is_not_long(self):
        text = self.clean["modules/plan/item.cpp"] + "// " + "ắ" * 97 + "\n"
        self.accepts({"modules/plan/item.cpp": text})

    def test_a_tab(self):
        self.in_item("\tint a;", "four spaces")

    def test_spaces_at_the_end(self):
        self.in_item("int a; ", "at the end of the line")

    def test_a_last_line_without_end(self):
        self.names({"docs/guide.md": "# One title"}, "has no end")

    def test_a_long_function(self):
        self.names(
            {"modules/plan/item.cpp": self.clean["modules/plan/item.cpp"] + LONG_FUNCTION},
            "a function of 72 lines",
        )

    def test_a_long_method_with_initialisers(self):
        body = "struct A {\n    A(int b) : a{b}, c(b)\n    {\n" + "f();\n" * 70 + "}\n};\n"
        self.names(
            {"modules/plan/item.cpp": self.clean["modules/plan/item.cpp"] + body},
            "a function of 72 lines",
        )

    def test_a_long_class_of_short_functions_is_no_long_function(self):
        body = "class A\n{\n" + "    int f() const { return 1; }\n" * 90 + "};\n"
        self.accepts({"modules/plan/item.cpp": self.clean["modules/plan/item.cpp"] + body})

    def test_a_long_python_function(self):
        self.names({"tools/a.py": "def f():\n" + "    g()\n" * 70}, "a function of 71 lines")

    def test_a_long_file(self):
        self.names(
            {"modules/plan/item.cpp": self.clean["modules/plan/item.cpp"] + "int a;\n" * 500},
            "one idea a file",
        )

    def test_work_left_undone(self):
        self.in_item("// FIXME later", "open an issue")

    def test_a_secret(self):
        self.names({"docs/a.txt": "-----BEGIN PRIVATE KEY-----\n"}, "looks like a secret")

    def test_a_path_of_one_machine(self):
        self.names({"docs/a.txt": "see /home/somebody/caicach\n"}, "make it relative")

    def test_text_that_is_not_composed(self):
        self.names({"docs/a.txt": "Ca\u0309i ca\u0301ch\n"}, "a.txt:1: not in NFC")

    def test_a_big_file(self):
        self.names({"docs/a.bin": "x" * ((1 << 20) + 1)}, "over 1 MB")

    def test_big_data_is_data(self):
        self.accepts({"data/a.bin": "x" * ((1 << 20) + 1)})

    def test_two_titles(self):
        self.names({"docs/guide.md": "# One\n\n# Two\n"}, "2 titles")

    def test_no_title(self):
        self.names({"docs/guide.md": "Words.\n"}, "0 titles")

    def test_a_broken_link(self):
        self.names({"docs/guide.md": "# One\n\n[gone](../gone.md)\n"}, "guide.md:3: broken link")

    def test_a_source_that_no_cmake_reaches(self):
        self.names({"modules/plan/other/a.cpp": "int a;\n"}, "never built")

    def test_a_test_whose_name_cmake_does_not_glob(self):
        self.names({"modules/plan/test/item.cpp": "int a;\n"}, "never built")

    def test_a_header_that_nobody_includes(self):
        self.names({"modules/plan/dead.hpp": "#pragma once\n"}, "no file includes")

    def test_a_statement_that_nobody_uses(self):
        self.names({"modules/plan/sql/items.sql": "SELECT 1\n"}, "no code uses sql::items")

    def test_a_message_without_text(self):
        self.in_item(
            'auto a = failure(Failure::invalid,\n    "plan.item.lost");',
            "plan.item.lost has no text",
        )

    def test_a_text_without_code(self):
        self.in_messages(
            "vi.po",
            'msgid "plan.item.old"\nmsgstr "Cũ"\n',
            "no code names the message plan.item.old",
        )

    def test_a_text_given_twice(self):
        self.in_messages("vi.po", 'msgid "plan.item.taken"\nmsgstr "Hai"\n', "has a text already")

    def test_an_empty_text(self):
        self.in_messages("vi.po", 'msgid "plan.state.sent"\nmsgstr ""\n', "has an empty text")

    def test_english_without_vietnamese(self):
        self.in_messages(
            "en.po", 'msgid "plan.state.sent"\nmsgstr "Sent"\n', "has no Vietnamese text"
        )


if __name__ == "__main__":
    unittest.main()
