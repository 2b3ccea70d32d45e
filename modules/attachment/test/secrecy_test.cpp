#include "attachment/secrecy.hpp"

#include <doctest/doctest.h>

#include "attachment/api.hpp"
#include "document/official_document.hpp"
#include "room.hpp"

namespace caicach::attachment
{
namespace
{

const auto today = *Date::create(2026, 3, 15);

std::string refusal_of(Room& room, std::string_view bytes, std::string_view name)
{
    const auto kept = keep_bytes(room, bytes, std::string{name});
    return kept ? "" : kept.error().key;
}

std::string word_file(std::string line)
{
    document::OfficialDocument document{.kind = "Báo cáo", .subject = "công tác tháng 3"};
    document.body.emplace_back(document::official_paragraph(std::move(line)));
    document.body.emplace_back(document::official_paragraph("Kính gửi các cơ quan"));
    return MUST(document::write_docx(document));
}

}  // namespace

TEST_CASE("what bears a mark of secrecy is not taken in")
{
    in_room([](Room& room) {
        constexpr auto* secret = "attachment.secret";
        CHECK(refusal_of(room, "TUYỆT MẬT\n\nSố: 12/BC-UBND\nBÁO CÁO", "a.txt") == secret);
        CHECK(refusal_of(room, "Số: 12\n  Mật  \nBÁO CÁO", "a.txt") == secret);
        CHECK(refusal_of(room, word_file("TỐI MẬT"), "a.docx") == secret);
        CHECK(refusal_of(room, pdf_bytes(), "Báo cáo 12 (Mật).pdf") == secret);
        CHECK(files_in(room, "") == 0);
    });
}

TEST_CASE("what speaks of secrets, and what cannot be read as text, is taken in")
{
    in_room([](Room& room) {
        CHECK(refusal_of(room, "KẾ HOẠCH\nBảo vệ bí mật nhà nước", "a.txt").empty());
        CHECK(refusal_of(room, word_file("Công tác bảo vệ bí mật"), "a.docx").empty());
        CHECK(refusal_of(room, pdf_bytes(), "Văn bản (mật mã).pdf").empty());
        std::string late;
        for (int i = 0; i < 60; ++i) late += "Dòng\n";
        CHECK(refusal_of(room, late + "Mật\n", "a.txt").empty());
    });
}

TEST_CASE("a title names a mark in brackets, from the day of the law on")
{
    CHECK(names_secret("Báo cáo số 12 (Mật)", today));
    CHECK(names_secret("[TUYỆT MẬT] Báo cáo", today));
    CHECK(names_secret("Báo cáo (quý I) (tối mật)", today));
    CHECK(!names_secret("Tuyên truyền bảo vệ bí mật nhà nước (Mật là gì?)", today));
    CHECK(!names_secret("TẬP HUẤN BẢO VỆ BÍ MẬT", today));
    CHECK(!names_secret("Báo cáo (", today));
    CHECK(!names_secret("Báo cáo số 12 (Mật)", *Date::create(2020, 6, 30)));
}

}  // namespace caicach::attachment
