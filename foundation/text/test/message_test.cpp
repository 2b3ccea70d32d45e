#include "text/message.hpp"

#include <doctest/doctest.h>

namespace caicach
{
using text::Messages;

TEST_CASE("a catalogue gives texts by key")
{
    Messages messages;
    REQUIRE(
        messages.add("msgid \"\"\nmsgstr \"Language: vi\\n\"\n\n"
                     "# chú thích\n#: a.cpp:1\nmsgid \"a.b\"\nmsgstr \"Tệp \\\"{0}\\\" có \"\n"
                     "\"{1} trang.\"\n\nmsgid \"c\"\nmsgstr \"Xong.\""));
    CHECK(messages.size() == 2);
    CHECK(messages.find("c") == "Xong.");
    CHECK_FALSE(messages.find("d"));
    CHECK(messages.render("a.b", {"x.pdf", "12"}) == "Tệp \"x.pdf\" có 12 trang.");
    CHECK(messages.keys() == std::vector<std::string_view>{"a.b", "c"});
}

TEST_CASE("a missing argument leaves a gap, and other braces stay")
{
    Messages messages;
    REQUIRE(messages.add("msgid \"a\"\nmsgstr \"{0}{7} {x} {\""));
    CHECK(messages.render("a", {"{1}"}) == "{1} {x} {");
}

TEST_CASE("an unknown key still tells the person what to do, and names itself")
{
    const auto sentence = Messages{}.render(Error{Failure::invalid, "plan.unheard", {}, {}, {}});
    CHECK(sentence.find("plan.unheard") != std::string::npos);
    CHECK(sentence.find("Hãy") != std::string::npos);
}

TEST_CASE("a catalogue that is no PO is refused with its line")
{
    for (const auto* bad : {"msgid a", "\"lone\"", "msgstr \"x\"", "msgid \"a\nmsgstr \"b\"",
                            "msgid \"a\"\nmsgstr \"b\\q\"", "msgid \"a\"\nmsgstr \"b\" c"}) {
        CAPTURE(bad);
        Messages messages;
        CHECK_FALSE(messages.add(bad));
    }
}

TEST_CASE("a key has one text")
{
    Messages messages;
    REQUIRE(messages.add("msgid \"a\"\nmsgstr \"b\""));
    CHECK_FALSE(messages.add("msgid \"a\"\nmsgstr \"c\""));
}

}  // namespace caicach
