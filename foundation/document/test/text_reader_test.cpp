#include "document/text_reader.hpp"

#include "reading.hpp"

namespace caicach::document::testing
{

TEST_CASE("lines of a text file stay as they are, empty ones too")
{
    const auto source = read_text(
        "\xEF\xBB\xBF"
        "Một\r\n\r\n1\tHai\n",
        "txt");
    REQUIRE(source);
    REQUIRE(source->lines.size() == 3);
    CHECK(source->lines[2].text == "1\tHai");
    CHECK(source->lines[2].place.paragraph == 3);
    CHECK(source->notes.empty());
}

TEST_CASE("rows of Markdown tables get TABs, and lines keep their numbers")
{
    const auto source = read_text("| STT | Việc |\n|---|:--|\n| 1 | a b |\n|x\n", "md");
    REQUIRE(source);
    REQUIRE(source->lines.size() == 4);
    CHECK(source->lines[0].text == "STT\tViệc");
    CHECK(source->lines[1].text.empty());
    CHECK(source->lines[2].text == "1\ta b");
    CHECK(source->lines[3].text == "|x");
    CHECK(read_text("| a | b |", "txt")->lines[0].text == "| a | b |");
}

TEST_CASE("old encodings are converted, with a note that names them")
{
    const auto tcvn3 = read_text(
        "K\xD5 ho\xB9"
        "ch c\xB6i c\xB8"
        "ch h\xB5nh ch\xDDnh c\xF1"
        "a t\xD8nh",
        "txt");
    REQUIRE(tcvn3);
    CHECK(tcvn3->lines[0].text == "Kế hoạch cải cách hành chính của tỉnh");
    CHECK(tcvn3->notes == Lines{"document.note.converted_tcvn3"});
    const auto vni = read_text("Keá hoaïch caûi caùch haønh chính cuûa tænh", "txt");
    REQUIRE(vni);
    CHECK(vni->lines[0].text == "Kế hoạch cải cách hành chính của tỉnh");
    CHECK(vni->notes == Lines{"document.note.converted_vni"});
}

TEST_CASE("bytes in no known encoding, and endless lines, are refused")
{
    CHECK(read_text("\xFF\x81\x8D abc", "txt").error().key == "document.text.unknown_encoding");
    CHECK(read_text(std::string(300'000, 'a'), "txt").error().key == "document.limit.line");
    CHECK(read_text(std::string(200'001, '\n') + "a", "txt").error().key == "document.limit.text");
}

}  // namespace caicach::document::testing
