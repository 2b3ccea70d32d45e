#include "outgoing/list/recipient.hpp"

#include <doctest/doctest.h>

namespace caicach::outgoing
{
namespace
{

using Lines = std::vector<std::string>;

std::vector<RecipientMarker> markers()
{
    return MUST(recipient_markers_on(*Date::create(2026, 3, 15)));
}

}  // namespace

TEST_CASE("a marker behind a recipient says why, and what nobody knows stays in the name")
{
    CHECK(recipient_from("UBND tỉnh (b/c)", markers()).text == "UBND tỉnh");
    CHECK(recipient_from("UBND tỉnh (b/c)", markers()).marker == "b/c");
    CHECK(recipient_from(" Sở Y tế ", markers()).text == "Sở Y tế");
    CHECK(recipient_from("Sở Y tế (x)", markers()).text == "Sở Y tế (x)");
    CHECK(recipient_from("Sở Y tế (x)", markers()).marker.empty());
}

TEST_CASE("the copy that is kept stands last, once, wherever it was written")
{
    CHECK(with_copy_last({"Lưu: VT, CCHC (5)", "Như trên"}) ==
          Lines{"Như trên", "Lưu: VT, CCHC (5)"});
    CHECK(with_copy_last({"Như trên"}) == Lines{"Như trên", "Lưu: VT"});
    CHECK(with_copy_last({}).empty());
}

TEST_CASE("lines of a list come behind what was typed, each once, with one copy that is kept")
{
    const Lines listed{"Sở Y tế (p/h)", "Như trên", "Lưu: VT"};
    CHECK(together({"Như trên", "Lưu: VT, CCHC"}, listed) ==
          Lines{"Như trên", "Sở Y tế (p/h)", "Lưu: VT, CCHC"});
    CHECK(together({}, listed) == Lines{"Sở Y tế (p/h)", "Như trên", "Lưu: VT"});
}

TEST_CASE("a document goes to those whom it addresses and names, each once, the kept copy aside")
{
    document::OfficialDocument content;
    content.addressees = {"Ủy ban nhân dân tỉnh"};
    content.recipients = {"Như trên", "Ủy ban nhân dân tỉnh (b/c)", "Sở Y tế (p/h)", "Lưu: VT"};
    const auto found = recipients_of(content, markers());
    REQUIRE(found.size() == 2);
    CHECK(found[0].text == "Ủy ban nhân dân tỉnh");
    CHECK(found[1].text == "Sở Y tế");
    CHECK(found[1].marker == "p/h");
}

}  // namespace caicach::outgoing
