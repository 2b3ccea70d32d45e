#include "report/design/designing.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "report/testing.hpp"

namespace caicach::report
{
namespace
{

Spot spot(Piece piece, std::string key = {}) { return {.piece = piece, .key = std::move(key)}; }

std::vector<std::string> keys_of(const Definition& form, std::size_t section)
{
    std::vector<std::string> keys;
    for (const auto& part : form.sections[section].parts) keys.push_back(key_of(part));
    return keys;
}

/// Every piece of a form.
std::vector<Spot> pieces_of(const Definition& form)
{
    std::vector<Spot> all{spot(Piece::general), spot(Piece::course), spot(Piece::flow)};
    constexpr std::array kinds{Piece::indicator, Piece::table, Piece::narrative};
    for (const auto& section : form.sections) {
        all.push_back(spot(Piece::section, section.key));
        for (const auto& part : section.parts)
            all.push_back(spot(kinds.at(part.index()), key_of(part)));
    }
    for (std::size_t i = 0; i < form.checks.size(); ++i)
        all.push_back(spot(Piece::check, std::to_string(i)));
    return all;
}

}  // namespace

TEST_CASE("what the fields of a form show is saved as it was, piece by piece")
{
    const auto form = testing::sample_form();
    for (const auto& one : pieces_of(form)) {
        CAPTURE(name_of(one.piece));
        CAPTURE(one.key);
        const auto values = values_at(form, one);
        REQUIRE(values);
        const auto done = edited(form, one, *values);
        CHECK(done.faults.empty());
        CHECK(done.definition == form);
        CHECK(piece_from(name_of(one.piece)) == one.piece);
    }
    CHECK_FALSE(values_at(form, spot(Piece::indicator, "khong_co")));
    CHECK_FALSE(values_at(form, spot(Piece::check, "9")));
    CHECK_FALSE(piece_from("khac"));
}

TEST_CASE("a new piece gets a key of its words, once in the form")
{
    const auto form = testing::sample_form();
    const Spot place{.piece = Piece::indicator, .section = "so_lieu", .is_new = true};
    auto done = edited(form, place, {{"text", {"Tin, bài"}}, {"unit", {"tin"}}});
    CHECK(done.faults.empty());
    CHECK(done.spot.key == "tin_bai_2");
    CHECK(keys_of(done.definition, 0).back() == "tin_bai_2");
    done = edited(form, place, {{"text", {"2026"}}, {"key", {"nam_nay"}}});
    CHECK(done.spot.key == "nam_nay");
    const Spot section{.piece = Piece::section, .is_new = true};
    done = edited(form, section, {{"title", {"Kiến nghị"}}, {"level", {"2"}}});
    REQUIRE(done.definition.sections.size() == 3);
    CHECK(done.definition.sections[2].key == "kien_nghi");
    CHECK(done.definition.sections[2].level == 2);
    const Spot table{.piece = Piece::table, .section = "loi_van", .is_new = true};
    done = edited(form, table,
                  {{"text", {"Bảng"}},
                   {"columns.0.text", {"Tên việc"}},
                   {"columns.1.text", {" "}},
                   {"columns.2.text", {"Tên việc"}},
                   {"columns.2.is_number", {"1"}}});
    const auto& made = std::get<FormTable>(done.definition.sections[1].parts.back());
    REQUIRE(made.columns.size() == 2);  // a column without a name is none
    CHECK(made.columns[0].key == "ten_viec");
    CHECK(made.columns[1].key == "ten_viec_2");
    CHECK(made.columns[1].is_number);
}

TEST_CASE("a fault of a piece stands at the field that it is about")
{
    const auto form = testing::sample_form();
    auto done =
        edited(form, spot(Piece::course), {{"due.day", {"mười"}}, {"data_until", {"20-11"}}});
    CHECK(std::ranges::find(done.faults, "due.day", &Error::field) != done.faults.end());
    CHECK(std::ranges::find(done.faults, "data_until", &Error::field) != done.faults.end());
    done =
        edited(form, spot(Piece::indicator, "ho_so"), {{"text", {"Hồ sơ"}}, {"decimals", {"9"}}});
    REQUIRE(done.faults.size() == 1);
    CHECK(done.faults[0].field == "decimals");
    const std::vector<Error> all{
        {Failure::invalid, "a", "/sections/0/parts/2/indicator/unit", {}, {}},
        {Failure::invalid, "b", "/sections/0/parts/1/indicator/unit", {}, {}},
        {Failure::invalid, "c", "/reporters/0", {}, {}}};
    const auto own = faults_at(form, spot(Piece::indicator, "ho_so"), all);
    REQUIRE(own.size() == 1);
    CHECK(own[0].field == "unit");
    CHECK(spot_at(form, "/sections/1/parts/1/table/columns/0/text").key == "mo_hinh");
    CHECK(spot_at(form, "/due/named").piece == Piece::course);
    CHECK(spot_at(form, "/reporters/0").piece == Piece::general);
    CHECK(spot_at(form, "/checks/0/left").piece == Piece::check);
}

TEST_CASE("pieces of a form move and go, over the ends of their sections too")
{
    auto form = testing::sample_form();
    CHECK_FALSE(move(form, spot(Piece::indicator, "tin_bai"), Way::up));
    CHECK(move(form, spot(Piece::indicator, "tin_bai"), Way::down));
    CHECK(keys_of(form, 0).front() == "tin_bai_nam");
    CHECK(move(form, spot(Piece::narrative, "vuong_mac"), Way::up));
    CHECK(keys_of(form, 0).back() == "vuong_mac");
    CHECK(move(form, spot(Piece::narrative, "vuong_mac"), Way::down));
    CHECK(keys_of(form, 1).front() == "vuong_mac");
    CHECK(move(form, spot(Piece::section, "so_lieu"), Way::down));
    CHECK(form.sections[1].key == "so_lieu");
    CHECK_FALSE(move(form, spot(Piece::check, "0"), Way::down));
    CHECK(remove(form, spot(Piece::check, "0")));
    CHECK(form.checks.empty());
    CHECK(remove(form, spot(Piece::table, "mo_hinh")));
    CHECK_FALSE(remove(form, spot(Piece::table, "mo_hinh")));
    CHECK(remove(form, spot(Piece::section, "so_lieu")));
    CHECK(form.sections.size() == 1);
}

}  // namespace caicach::report
