#include "personal_data/reply.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "document/official_pdf.hpp"
#include "document/printing.hpp"
#include "document/reader.hpp"
#include "personal_data/testing.hpp"
#include "support/app.hpp"

namespace caicach::personal_data
{
namespace
{

using caicach::testing::App;
using caicach::testing::Visitor;
using identity::Role;

/// The words of a Word file, a line each, as our own reader has it.
std::string text_in(const http::Response& response)
{
    const auto source = MUST(document::read_bytes(response.text(), "a.docx"));
    std::string text;
    for (const auto& line : source.lines)
        if (!line.text.empty()) text += line.text + "\n";
    return text;
}
bool has(std::string_view text, std::string_view piece)
{
    return text.find(piece) != std::string_view::npos;
}

DataRequest answered(RequestState state)
{
    return {.code = "7K3M",
            .kind = RequestKind::deletion,
            .state = state,
            .asker = "Lò Thị Mận",
            .received_on = *Date::create(2026, 3, 2),
            .finish_by = *Date::create(2026, 3, 20),
            .answered_on = Date::create(2026, 3, 9),
            .answer = "Đã xóa số điện thoại.\n\n Đã báo bên xử lý.\n"};
}

std::string words_of(const document::OfficialDocument& letter)
{
    std::string words;
    for (const auto& block : letter.body)
        words += std::get<document::OfficialParagraph>(block).runs.front().text + "\n";
    return words;
}

void signs(Visitor& visitor, std::string_view form, std::string_view name, std::string_view from)
{
    CHECK(visitor
              .post("/nguoi-ky", {{"agency", "SYT"},
                                  {"form", std::string(form)},
                                  {"name", std::string(name)},
                                  {"head_title", "Giám đốc"},
                                  {"own_title", "Phó Giám đốc"},
                                  {"from", std::string(from)}})
              .status == 303);
}

/// The addresses of the letter that the page offers.
std::vector<std::string> letters_on(const http::Response& page)
{
    std::vector<std::string> found;
    const auto& text = page.text();
    for (auto at = text.find("tra-loi.docx"); at != std::string::npos;
         at = text.find("tra-loi.docx", at + 1)) {
        const auto begin = text.rfind('"', at) + 1;
        found.push_back(text.substr(begin, text.find('"', begin) - begin));
    }
    return found;
}

}  // namespace

TEST_CASE("the letter says what was asked, what was decided, and why")
{
    const organisation::Letterhead head{
        .parent = "UBND tỉnh Sông Lam", .issuer = "Sở Y tế", .mark = "SYT", .place = "Sông Lam"};
    auto request = answered(RequestState::done);
    const auto letter = reply_to(request, head, {{"GIÁM ĐỐC"}, "Lê Văn Tám"});
    CHECK(letter.kind.empty());
    CHECK(letter.number == "/SYT");
    CHECK(letter.date == request.answered_on);
    CHECK(letter.addressees == std::vector<std::string>{"Ông/Bà Lò Thị Mận"});
    CHECK(letter.signature.lines == std::vector<std::string>{"GIÁM ĐỐC"});
    const auto done = words_of(letter);
    CHECK(
        has(done, "Ngày 02/03/2026, Sở Y tế nhận được yêu cầu của Ông/Bà (mã 7K3M) về việc: xóa"));
    CHECK(has(done, "đã thực hiện yêu cầu như sau:\nĐã xóa số điện thoại.\nĐã báo bên xử lý.\nSở"));
    CHECK_FALSE(has(done, "gia hạn"));
    CHECK_FALSE(has(done, "khiếu nại"));
    request.state = RequestState::refused;
    request.extension_reason = "phải hỏi bên xử lý";
    const auto refused = words_of(reply_to(request, head, {}));
    CHECK(has(refused, "không thực hiện yêu cầu, vì lý do sau:"));
    CHECK(has(refused, "gia hạn đến ngày 20/03/2026, vì: phải hỏi bên xử lý."));
    CHECK(has(refused, "khiếu nại"));
}

TEST_CASE("who was forgotten is named in no letter")
{
    auto request = answered(RequestState::done);
    request.account = AccountId{7};
    request.asker = "Người dùng đã xóa 7K3M";
    CHECK_FALSE(has(reply_to(request, {}, {}).addressees.front(), "Người dùng"));
    request.state = RequestState::refused;
    CHECK(has(reply_to(request, {}, {}).addressees.front(), "Người dùng"));
}

TEST_CASE("the letter is fetched once answered, signed by one who might sign on that day")
{
    App app;
    auto context = app.system_context();
    const auto path = "/du-lieu-ca-nhan/" + testing::request_on_paper(context, "SYT");
    auto clerk = app.as(Role::one_stop_officer, "SYT");
    auto administrator = app.as(Role::administrator, "UBND");
    CHECK(clerk.get(path + "/tra-loi.docx").status == 409);
    CHECK(letters_on(clerk.get(path)).empty());
    CHECK(
        administrator.post(path + "/tra-loi", {{"outcome", "done"}, {"answer", "Đã gửi bản sao."}})
            .status == 303);

    // Nobody is known to sign: the place stays free.
    REQUIRE(letters_on(clerk.get(path)).size() == 1);
    const auto unsigned_letter = clerk.get(letters_on(clerk.get(path)).front());
    REQUIRE(unsigned_letter.status == 200);
    CHECK(unsigned_letter.type == document::docx_type);
    CHECK(unsigned_letter.caching == http::Caching::none);
    const auto text = text_in(unsigned_letter);
    for (const auto* piece :
         {"UBND TỈNH SÔNG LAM\nSỞ Y TẾ", "Sông Lam, ngày 15 tháng 3 năm 2026",
          "V/v trả lời yêu cầu về dữ liệu cá nhân", "Kính gửi: Ông/Bà Lò Thị Mận",
          "Đã gửi bản sao.", "trả lời để Ông/Bà được biết./.", "- Lưu: VT."})
        CHECK_MESSAGE(has(text, piece), text);

    signs(administrator, "deputy", "Hà Thị Mơ", "01/03/2026");
    signs(administrator, "head", "Lê Văn Tám", "01/03/2026");
    signs(administrator, "deputy", "Vi Văn Sau", "16/03/2026");  // not yet on the day of the answer
    const auto offered = letters_on(clerk.get(path));
    REQUIRE(offered.size() == 2);
    CHECK(has(text_in(clerk.get(offered[0])), "GIÁM ĐỐC\nLê Văn Tám"));
    CHECK(has(text_in(clerk.get(offered[1])), "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nHà Thị Mơ"));
    CHECK(has(text_in(clerk.get(path + "/tra-loi.docx")), "Lê Văn Tám"));

    // As pages too, signed by whom the address names.
    const auto printed = offered[1].substr(0, offered[1].find(".docx")) + ".pdf" +
                         offered[1].substr(offered[1].find('?'));
    CHECK(has(clerk.get(path).text(), printed));
    const auto pages = clerk.get(printed);
    CHECK(pages.type == document::pdf_type);
    CHECK(pages.caching == http::Caching::none);
    const auto words = document::testing::words_of_pdf(pages.text());
    for (const auto* piece : {"V/v trả lời yêu cầu", "Kính gửi: Ông/Bà Lò Thị Mận",
                              "Đã gửi bản sao.", "KT. GIÁM ĐỐC", "Hà Thị Mơ"})
        CHECK_MESSAGE(has(words, piece), words);
}

TEST_CASE("the letter is refused to who may not see the request, and for a foreign signer")
{
    App app;
    auto context = app.system_context();
    const auto path = "/du-lieu-ca-nhan/" + testing::request_on_paper(context, "SYT");
    auto administrator = app.as(Role::administrator, "UBND");
    CHECK(administrator.post(path + "/tra-loi", {{"outcome", "refused"}, {"answer", "Vì luật"}})
              .status == 303);
    const auto letter = path + "/tra-loi.docx";
    for (const auto& file : {letter, path + "/tra-loi.pdf"}) {
        CHECK(app.as(Role::one_stop_officer, "STC").get(file).status == 404);
        CHECK(app.as(Role::editor, "SYT").get(file).status == 403);
        CHECK(app.nobody().get(file).status == 303);
        CHECK(administrator.get(file + "?nguoi_ky=1").status == 422);
    }
    CHECK(administrator.get("/du-lieu-ca-nhan/KHONGCO/tra-loi.docx").status == 404);
    CHECK(administrator.get(letter + "?nguoi_ky=1").status == 422);
    CHECK(administrator.get(letter + "?nguoi_ky=ai").status == 422);
    CHECK(administrator.get(letter).status == 200);
    // The look at the person stands in the trail, as that at the page.
    auto auditor = app.as(Role::auditor, "UBND");
    CHECK(has(auditor.get("/nhat-ky").text(), "xem yêu cầu về dữ liệu cá nhân"));
}

}  // namespace caicach::personal_data
