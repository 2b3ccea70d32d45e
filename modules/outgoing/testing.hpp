#pragma once
#include <string>
#include <string_view>

#include "identity/testing.hpp"
#include "manifest/context.hpp"
#include "outgoing/api.hpp"
#include "outgoing/list/recipient_list.hpp"
#include "outgoing/number/series.hpp"
#include "outgoing/template/template_fields.hpp"
#include "outgoing/template/template_keeping.hpp"

/// For tests of this module and of those below it.
namespace caicach::outgoing::testing
{

/// One series for all kinds of the agency with that code: "01/BC-SNV". Made once.
[[nodiscard]] inline Series series_of_agency(Context& context, std::string_view agency_code)
{
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    for (auto& one : MUST(series_of(transaction, agency.id)))
        if (one.validity.holds_on(context.today())) return std::move(one);
    auto series = MUST(add_series(context, transaction,
                                  {.agency = agency.id,
                                   .name = "Sổ văn bản đi",
                                   .symbol = "((loai))-" + std::string(agency_code),
                                   .from = *Date::create(2026, 1, 1)}));
    MUST(transaction.commit());
    return series;
}

/// Who signs for the agency with that code. Made once.
[[nodiscard]] inline identity::SignerId signer_of_agency(Context& context,
                                                         std::string_view agency_code)
{
    const auto find = [&] {
        auto transaction = MUST(context.read());
        return MUST(organisation::agency_by_code(transaction, agency_code, context.today())).id;
    };
    return identity::testing::head_signer(context, find());
}

/// A report by hand, not numbered yet, of the agency with that code, with who is to sign it.
[[nodiscard]] inline Document draft_of_agency(Context& context, std::string_view agency_code)
{
    const auto signer = signer_of_agency(context, agency_code);
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    NewDocument wanted{.agency = agency.id, .kind = "bao_cao", .signer = signer};
    wanted.content.subject = "Báo cáo thử";
    wanted.content.body.emplace_back(document::official_paragraph("Đã làm xong."));
    auto document = MUST(draft_document(context, transaction, wanted));
    MUST(transaction.commit());
    return document;
}

/// A list of one recipient of the agency with that code. Made once.
[[nodiscard]] inline RecipientList list_of_agency(Context& context, std::string_view agency_code)
{
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    auto lists = MUST(lists_of(transaction, agency.id));
    if (!lists.empty()) return std::move(lists.front());
    auto list = MUST(add_list(context, transaction, agency.id, "Danh sách thử", {"Sở Y tế (p/h)"}));
    MUST(transaction.commit());
    return list;
}

/// A Word file for reports of the agency with that code, not in use yet. Made once.
[[nodiscard]] inline Template template_of_agency(Context& context, std::string_view agency_code)
{
    {
        auto transaction = MUST(context.read());
        const auto agency =
            MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
        for (auto& one : MUST(TemplateStore{transaction}.of_agency(agency.id)))
            if (one.state == TemplateState::checked) return std::move(one);
    }
    const auto docx =
        MUST(document::write_docx({.issuer = "Cơ quan",
                                   .body = {document::official_paragraph("((co_quan))"),
                                            document::official_paragraph("((noi_dung))"),
                                            document::official_paragraph("Hết")}}));
    http::UploadedFile file{.client_name = "mẫu.docx",
                            .size = static_cast<std::int64_t>(docx.size())};
    file.content = MUST(http::TemporaryFile::create(context.services().data_folder));
    MUST(file.content.append(docx));
    file.content.close();
    const auto read = MUST(read_brought(context, file, document_fields()));
    VERIFY(read.kept.has_value());
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    auto added = MUST(add_template(
        context, transaction, {.agency = agency.id, .kind = "bao_cao", .name = "Mẫu"}, *read.kept));
    MUST(transaction.commit());
    return added;
}

}  // namespace caicach::outgoing::testing
