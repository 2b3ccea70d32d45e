#include "identity/acting/delegation_paper.hpp"

#include "acting_fixture.hpp"
#include "document/official_pdf.hpp"
#include "document/printing.hpp"
#include "document/reader.hpp"
#include "identity/signers/signer.hpp"

namespace caicach::identity
{
namespace
{

using testing::day;
using testing::in_province;
using testing::Province;

/// The words of a Word file, a line each, as our own reader has it.
std::string text_in(const http::Response& response)
{
    const auto source = MUST(document::read_bytes(response.text(), "a.docx"));
    std::string text;
    for (const auto& line : source.lines)
        if (!line.text.empty()) text += line.text + "\n";
    return text;
}
bool has(const std::string& text, std::string_view piece)
{
    return text.find(piece) != std::string::npos;
}

DelegationId handed_by(Province& province, AccountId editor, AccountId colleague)
{
    return MUST(
        testing::delegate(province.office.person(editor), {.delegator = editor,
                                                           .delegate = colleague,
                                                           .role = Role::editor,
                                                           .branch = province.clinic,
                                                           .from = day(3, 16),
                                                           .to = day(4, 2),
                                                           .document = "Quyết định số 12/QĐ-SYT"}));
}

/// An editor of health hands the role to a colleague of the clinic; both ends included.
struct Handed {
    Province& province;
    AccountId editor{
        province.with_role("Tạ Minh Khuê", province.health, province.health, Role::editor)};
    AccountId colleague{province.office.account("Mạc Gia Bảo", province.clinic)};
    DelegationId id{handed_by(province, editor, colleague)};

    [[nodiscard]] Result<http::Response> paper(AccountId reader) const
    {
        auto context = province.office.person(reader);
        return download_delegation_paper(
            context,
            testing::request_of(http::Method::get, "/uy-quyen/giay-uy-quyen.docx?uy_quyen=" +
                                                       std::to_string(id.value)));
    }
    [[nodiscard]] Result<http::Response> printed(AccountId reader) const
    {
        auto context = province.office.person(reader);
        return download_printed_delegation_paper(
            context,
            testing::request_of(http::Method::get, "/uy-quyen/giay-uy-quyen.pdf?uy_quyen=" +
                                                       std::to_string(id.value)));
    }
    void signs(std::string_view form, std::string_view name, AccountId account = {}) const
    {
        auto context = province.office.system_account();
        auto transaction = MUST(context.begin());
        MUST(add_signer(context, transaction,
                        {.agency = province.health,
                         .form = std::string(form),
                         .name = std::string(name),
                         .head_title = "Giám đốc",
                         .own_title = "Phó Giám đốc",
                         .account = account,
                         .validity = {day(3, 1), {}}}));
        MUST(transaction.commit());
    }
};

}  // namespace

TEST_CASE("the paper of a delegation says who hands what to whom, how far and how long")
{
    in_province([](Province& province) {
        const Handed handed{province};
        const auto answer = MUST(handed.paper(handed.editor));
        CHECK(answer.type == document::docx_type);
        CHECK(answer.header("content-disposition").find(".docx") != std::string_view::npos);
        const auto text = text_in(answer);
        for (const auto* piece :
             {"UBND TỈNH\nSỞ Y TẾ", "/GUQ-", "Sông Lam, ngày 15 tháng 3 năm 2026", "GIẤY ỦY QUYỀN",
              "Căn cứ Quyết định số 12/QĐ-SYT.", "Ông/Bà Tạ Minh Khuê, Sở Y tế.",
              "Ông/Bà Mạc Gia Bảo, Trung tâm Y tế Đắk Sim.", "phạm vi: Trung tâm Y tế Đắk Sim và",
              "Từ ngày 16 tháng 3 năm 2026 đến hết ngày 02 tháng 4 năm 2026.",
              "trong phạm vi và thời hạn này./."})
            CHECK_MESSAGE(has(text, piece), text);
    });
}

TEST_CASE("the paper is there as pages too, with the same words and for the same people")
{
    in_province([](Province& province) {
        const Handed handed{province};
        handed.signs("head", "Hà Thị Mơ");
        const auto answer = MUST(handed.printed(handed.editor));
        CHECK(answer.type == document::pdf_type);
        CHECK(answer.header("content-disposition").find(".pdf") != std::string_view::npos);
        const auto text = document::testing::words_of_pdf(answer.text());
        for (const auto* piece :
             {"UBND TỈNH", "SỞ Y TẾ", "/GUQ-", "Sông Lam, ngày 15 tháng 3 năm 2026",
              "GIẤY ỦY QUYỀN", "Ông/Bà Tạ Minh Khuê, Sở Y tế.", "thời hạn này./.", "Hà Thị Mơ"})
            CHECK_MESSAGE(has(text, piece), text);
        const auto neighbour = province.office.account("Lý Tiểu My", province.health);
        CHECK(handed.printed(neighbour).error().kind == Failure::not_found);
        testing::move_to(province.office, 4, 3);
        CHECK(handed.printed(handed.editor).error().key == "identity.delegation.over");
    });
}

TEST_CASE("the giver signs where they may sign for the agency, else its head")
{
    in_province([](Province& province) {
        const Handed handed{province};
        CHECK_FALSE(has(text_in(MUST(handed.paper(handed.editor))), "GIÁM ĐỐC"));
        handed.signs("head", "Hà Thị Mơ");
        CHECK(has(text_in(MUST(handed.paper(handed.editor))), "GIÁM ĐỐC\nHà Thị Mơ"));
        handed.signs("deputy", "Tạ Minh Khuê", handed.editor);
        CHECK(has(text_in(MUST(handed.paper(handed.editor))),
                  "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTạ Minh Khuê"));
    });
}

TEST_CASE("the paper is there for the two and their administrators, and while it says what holds")
{
    in_province([](Province& province) {
        const Handed handed{province};
        CHECK(handed.paper(handed.colleague)->status == 200);
        CHECK(handed.paper(province.of_health)->status == 200);
        CHECK(handed.paper(province.administrator)->status == 200);
        const auto stranger = province.with_role("Vi Thảo Nhiên", province.finance,
                                                 province.finance, Role::administrator);
        CHECK(handed.paper(stranger).error().key == "identity.delegation.not_found");
        const auto neighbour = province.office.account("Lý Tiểu My", province.health);
        CHECK(handed.paper(neighbour).error().kind == Failure::not_found);
        auto context = province.office.person(handed.editor);
        CHECK(download_delegation_paper(
                  context,
                  testing::request_of(http::Method::get, "/uy-quyen/giay-uy-quyen.docx?uy_quyen=7"))
                  .error()
                  .kind == Failure::not_found);
        CHECK(download_delegation_paper(
                  context, testing::request_of(http::Method::get, "/uy-quyen/giay-uy-quyen.docx"))
                  .error()
                  .kind == Failure::invalid);
        testing::move_to(province.office, 4, 3);
        CHECK(handed.paper(handed.editor).error().key == "identity.delegation.over");
    });
}

}  // namespace caicach::identity
